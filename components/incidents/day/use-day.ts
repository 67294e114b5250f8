"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { apiGet } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useLiveMessages } from "@/components/live/use-live";
import { inOrder } from "@/lib/incidents/attention.rules";
import type { IncidentRow } from "@/lib/incidents/row";
import { isOpen } from "@/lib/incidents/status.rules";
import type { DayDto } from "@/lib/room/day.dto";
import { incidentKeys } from "../query-keys";
import { concerns } from "./day.rules";

/** Steps and reviews are read again this long after something happened where I take part, not for each tick. */
const READ_AGAIN_MS = 3_000;

/** My day, live: the rows of incidents at once, what hangs on them a little later. */
export function useDay(initial: DayDto) {
  const client = useQueryClient();
  const me = useMe();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const day = useQuery({
    queryKey: incidentKeys.day,
    queryFn: ({ signal }) => apiGet<DayDto>("/me/day", { signal }),
    initialData: initial,
  });
  const readAgain = (afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void client.invalidateQueries({ queryKey: incidentKeys.day }), afterMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveMessages((message) => {
    if (message.type === "resync" || message.type === "notice" || message.type === "dismissal") readAgain(0);
    if (message.type !== "row" && message.type !== "gone") return;
    const gone = message.type === "gone" ? message.id : null;
    client.setQueryData<DayDto>(incidentKeys.day, (known) =>
      known ? withRows(known, message.type === "row" ? message.row : null, gone) : known,
    );
    if (message.type === "row" && concerns(message.row, me.id)) readAgain(READ_AGAIN_MS);
  });
  return day;
}

function withRows(day: DayDto, row: IncidentRow | null, gone: string | null): DayDto {
  const known = day.open.find(({ id }) => id === (row?.id ?? gone));
  if (row && known && row.seq < known.seq) return day;
  const others = day.open.filter((one) => one !== known);
  const open = row && isOpen(row.status) ? [...others, row] : others;
  const openCount = day.openCount + (open.length - day.open.length);
  return { ...day, open: inOrder(open, 0), openCount };
}
