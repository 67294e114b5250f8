"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { earliest } from "@/components/api/earliest";
import { apiGet } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useLiveMessages } from "@/components/live/use-live";
import { inOrder } from "@/lib/incidents/attention.rules";
import type { IncidentRow } from "@/lib/incidents/row";
import { isOpen } from "@/lib/incidents/status.rules";
import type { DayDto } from "@/lib/room/day.dto";
import { withNewer } from "../newer-rows.rules";
import { incidentKeys } from "../query-keys";
import { concerns } from "./day.rules";

/** Steps and reviews are read again this long after something happened where I take part, not for each tick. */
const READ_AGAIN_MS = 3_000;

/** My day, live: the rows of incidents at once, what hangs on them a little later. */
export function useDay(initial: DayDto) {
  const client = useQueryClient();
  const me = useMe();
  const [readAgain] = useState(() =>
    earliest(() => void client.invalidateQueries({ queryKey: incidentKeys.day })),
  );
  const day = useQuery({
    queryKey: incidentKeys.day,
    queryFn: async ({ signal, queryKey }) => {
      const read = await apiGet<DayDto>("/me/day", { signal });
      return { ...read, open: withNewer(read.open, client.getQueryData<DayDto>(queryKey)?.open) };
    },
    initialData: initial,
  });
  useEffect(() => readAgain.cancel, [readAgain]);
  useLiveMessages((message) => {
    if (message.type === "resync" || message.type === "notice" || message.type === "dismissal")
      readAgain.within(0);
    if (message.type !== "row" && message.type !== "gone") return;
    const gone = message.type === "gone" ? message.id : null;
    const known = client.getQueryData<DayDto>(incidentKeys.day);
    if (!known) return;
    const after = withRows(known, message.type === "row" ? message.row : null, gone);
    client.setQueryData<DayDto>(incidentKeys.day, after);
    const isMine = message.type === "row" && concerns(message.row, me.id);
    // One that joins or leaves: an answer that is on its way may not know yet.
    if (isMine || after.open.length !== known.open.length) readAgain.within(READ_AGAIN_MS);
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
