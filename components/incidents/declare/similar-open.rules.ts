import type { IncidentRow } from "@/lib/incidents/row.dto";
import type { DeclareForm } from "./declare-form.rules";

/** More than these are no hint any more. */
const AT_MOST = 2;

/**
 * Open incidents that the one being declared may be: of a chosen service, or with two longer words of the title in
 * theirs; those that share most first.
 */
export function similarOpen<Row extends Pick<IncidentRow, "title" | "serviceIds">>(
  open: readonly Row[],
  { title, serviceIds }: Pick<DeclareForm, "title" | "serviceIds">,
): Row[] {
  const words = longerWords(title);
  return open
    .map((row) => ({ row, shared: [...longerWords(row.title)].filter((word) => words.has(word)).length }))
    .filter(({ row, shared }) => shared >= 2 || row.serviceIds.some((id) => serviceIds.includes(id)))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, AT_MOST)
    .map(({ row }) => row);
}

function longerWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
}
