import { isInGroup, type KindGroup } from "@/lib/record/kinds.rules";
import { isToldBefore, type Names } from "@/lib/timeline/describe";
import type { Entry } from "@/lib/timeline/events";

/** What of the timeline is looked at. */
export interface TimelineView {
  group: KindGroup | null;
  personId: string | null;
  pinnedOnly: boolean;
  /** An earlier place: a time (ISO 8601) or an entry's number. Null: the present. */
  around: { at: string } | { seq: number } | null;
}

export const wholeTimeline: TimelineView = {
  group: null,
  personId: null,
  pinnedOnly: false,
  around: null,
};

/** Whether a view leaves anything out. */
export function isFiltered(view: TimelineView): boolean {
  return view.group !== null || view.personId !== null || view.pinnedOnly;
}

/** Whether an entry belongs to a view. */
export function matches(entry: Entry, view: TimelineView, pins: ReadonlySet<number>): boolean {
  if (view.group && !isInGroup(entry.kind, view.group)) return false;
  if (view.personId && entry.actor.id !== view.personId) return false;
  return !view.pinnedOnly || pins.has(entry.seq);
}

/**
 * Whether an entry has a line, though an earlier one tells of it, too: where it is pinned, or a link or a jump leads to it.
 * @param goal the entry that something leads to
 */
export function hasOwnLine(
  entry: Entry,
  names: Names,
  pins: ReadonlySet<number>,
  goal: number | null,
): boolean {
  return entry.seq === goal || pins.has(entry.seq) || !isToldBefore(entry, names);
}

/** From where a page goes on. */
export type PageParam = { before: number } | { after: number } | null;

/** The query of GET /incidents/{key}/entries for one page of a view. */
export function pageQuery(view: TimelineView, param: PageParam): string {
  const query = new URLSearchParams({ limit: "100" });
  if (view.group) query.set("group", view.group);
  if (view.personId) query.set("person", view.personId);
  if (view.pinnedOnly) query.set("pinned", "true");
  if (param && "before" in param) query.set("before", String(param.before));
  else if (param) query.set("after", String(param.after));
  else if (view.around && "at" in view.around) query.set("at", view.around.at);
  else if (view.around) query.set("around", String(view.around.seq));
  return query.toString();
}

/** The entry that an address leads to: `#entry-58`. */
export function seqInHash(hash: string): number | null {
  const found = /^#entry-([1-9]\d{0,8})$/.exec(hash);
  return found ? Number(found[1]) : null;
}

/** The anchor of an entry. */
export function anchorOf(seq: number): string {
  return `entry-${seq}`;
}
