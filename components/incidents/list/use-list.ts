"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useTimeZone } from "@/components/clock/use-server-now";
import type { LiveMessage } from "@/components/live/protocol";
import { useLiveMessages } from "@/components/live/use-live";
import type { ListDto } from "@/lib/incidents/dto";
import type { IncidentRow } from "@/lib/incidents/row";
import { isOpen } from "@/lib/incidents/status.rules";
import { withNewer } from "../newer-rows.rules";
import { incidentKeys } from "../query-keys";
import { matches, readFilters } from "./filters.rules";

/**
 * A page of the list that stays live: rows are patched as they change, new ones that belong here are added.
 * @param search the filters as in the address
 * @param initial what the page was rendered with, and for which filters
 */
export function useList(search: string, initial: { search: string; page: ListDto }) {
  const client = useQueryClient();
  const { id } = useMe();
  const timeZone = useTimeZone();
  const list = useQuery({
    queryKey: incidentKeys.list(search),
    queryFn: async ({ signal, queryKey }) => {
      const page = await apiGet<ListDto>(`/incidents${search && `?${search}`}`, { signal });
      return { ...page, rows: withNewer(page.rows, client.getQueryData<ListDto>(queryKey)?.rows) };
    },
    initialData: search === initial.search ? initial.page : undefined,
    placeholderData: keepPreviousData,
  });
  useLiveMessages((message) => {
    if (message.type === "resync") void client.invalidateQueries({ queryKey: incidentKeys.lists });
    if (message.type !== "row" && message.type !== "gone") return;
    const page = client.getQueryData<ListDto>(incidentKeys.list(search));
    if (!page) return;
    const rows =
      message.type === "gone"
        ? page.rows.filter((row) => row.id !== message.id)
        : withRow(page, message.row, search, { id, timeZone });
    client.setQueryData<ListDto>(incidentKeys.list(search), { ...page, rows });
    // One that joins, leaves or fits no more changes the counts, which the server keeps.
    if (rows.length !== page.rows.length || !stillFits(message, page, search, { id, timeZone }))
      void client.invalidateQueries({ queryKey: incidentKeys.lists });
  });
  return list;
}

type Reader = Parameters<typeof matches>[2];

/** Whether a row of this page still belongs here; words are left to the server, which searches more than a row has. */
function stillFits(message: LiveMessage, page: ListDto, search: string, reader: Reader): boolean {
  if (message.type !== "row" || page.rows.every(({ id }) => id !== message.row.id)) return true;
  return matches(message.row, { ...readFilters(new URLSearchParams(search)), q: "" }, reader);
}

/** The rows with a newer one; an open one that is new here joins the first page when the filters let it through. */
function withRow(page: ListDto, row: IncidentRow, search: string, reader: Reader): IncidentRow[] {
  const known = page.rows.find(({ id }) => id === row.id);
  if (known) return row.seq < known.seq ? page.rows : page.rows.map((old) => (old.id === row.id ? row : old));
  const params = new URLSearchParams(search);
  const firstOfAll = !params.has("after") && !page.next?.startsWith("open");
  return firstOfAll && isOpen(row.status) && matches(row, readFilters(params), reader)
    ? [row, ...page.rows]
    : page.rows;
}
