import type { ListFilters } from "@/lib/incidents/list-filters";
import type { IncidentRow } from "@/lib/incidents/row";
import { toLocalInput } from "@/lib/kernel/local-input";

const NAMES = ["status", "severity", "environment", "service", "commander"] as const;
export type ManyFilter = (typeof NAMES)[number];

/** The list's filters as the screen holds them: all of them text, as in the address. */
export interface ShownFilters extends Record<ManyFilter, readonly string[]> {
  q: string;
  mine: boolean;
  from: string;
  to: string;
  kind: ListFilters["kind"];
}

/** Reads them from the address; what is not known is left out. */
export function readFilters(search: URLSearchParams): ShownFilters {
  const kind = search.get("kind");
  return {
    ...(Object.fromEntries(NAMES.map((name) => [name, search.getAll(name)])) as Record<ManyFilter, string[]>),
    q: search.get("q") ?? "",
    mine: search.has("mine"),
    from: search.get("from") ?? "",
    to: search.get("to") ?? "",
    kind: kind === "drill" || kind === "any" ? kind : "real",
  };
}

/** Writes them to the address, always in the same order, so that equal filters are equal text. */
export function writeFilters(filters: ShownFilters, after?: string | null): string {
  const search = new URLSearchParams();
  if (filters.q.trim()) search.set("q", filters.q.trim());
  for (const name of NAMES) for (const value of [...filters[name]].sort()) search.append(name, value);
  if (filters.mine) search.set("mine", "1");
  if (filters.from) search.set("from", filters.from);
  if (filters.to) search.set("to", filters.to);
  if (filters.kind !== "real") search.set("kind", filters.kind);
  if (after) search.set("after", after);
  return search.toString();
}

/** Whether any filter narrows the list; the kind alone does not count. */
export function isFiltered(filters: ShownFilters): boolean {
  const { q, mine, from, to } = filters;
  return Boolean(q || mine || from || to) || NAMES.some((name) => filters[name].length > 0);
}

/** Whether a row that the stream brings belongs to the list with these filters. @param reader whose list it is */
export function matches(
  row: IncidentRow,
  filters: ShownFilters,
  reader: { id: string; timeZone: string },
): boolean {
  const holds = (name: ManyFilter, ...values: string[]) =>
    filters[name].length === 0 || values.some((value) => filters[name].includes(value));
  const isMine = [row.commanderId, row.declaredById, ...row.participants.map((seat) => seat.personId)];
  const day = toLocalInput(Date.parse(row.declaredAt), reader.timeZone).slice(0, 10);
  return (
    (filters.kind === "any" || filters.kind === row.kind) &&
    holds("status", ...statusesOf(row.status)) &&
    holds("severity", `${row.severity}`) &&
    holds("environment", row.environmentId) &&
    holds("service", ...row.serviceIds) &&
    holds("commander", row.commanderId ?? "nobody") &&
    (!filters.mine || isMine.includes(reader.id)) &&
    (!filters.from || day >= filters.from) &&
    (!filters.to || day <= filters.to) &&
    words(filters.q).every((word) => `${row.key} ${row.title}`.toLowerCase().includes(word))
  );
}

/** Under which of the list's four words a status is found; a resolved one is not finished and shows under both. */
function statusesOf(status: IncidentRow["status"]): string[] {
  if (status === "resolved") return ["resolved", "open"];
  return status === "closed" || status === "cancelled" ? [status] : ["open"];
}

function words(q: string): string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean);
}
