import type { IncidentRow } from "@/lib/incidents/row";

/** Rows as they were read; where the stream said something newer of one meanwhile, that stands. */
export function withNewer<Row extends Pick<IncidentRow, "id" | "seq">>(
  read: readonly Row[],
  known: readonly Row[] = [],
): Row[] {
  const byId = new Map(known.map((row) => [row.id, row]));
  return read.map((row) => {
    const told = byId.get(row.id);
    return told && told.seq > row.seq ? told : row;
  });
}
