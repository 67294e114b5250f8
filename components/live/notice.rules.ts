import { stepHref } from "@/components/incidents/step-href";
import type { IncidentRow } from "@/lib/incidents/row";
import type { MyStep } from "@/lib/room/day.dto";
import type { Notice } from "@/lib/server/live/notices.rules";

/**
 * What a notice says, on whatever screen the person is.
 * @param steps the steps that are theirs, as far as they are read, for the words of the one they were given
 */
export function noticeWords(notice: Notice, by: string, steps: readonly MyStep[] = []): string {
  switch (notice.kind) {
    case "offered":
      return `${by} offers you command of ${notice.incidentKey}`;
    case "asked":
      return `${by} asks you to command ${notice.incidentKey}: ${notice.title}`;
    case "added":
      return `${by} added you to ${notice.incidentKey}: ${notice.title}`;
    case "role_changed":
      return `${by} changed your role in ${notice.incidentKey}`;
    case "command_taken":
      return `${by} took command of ${notice.incidentKey} from you`;
    case "command_accepted":
      return `${by} has command of ${notice.incidentKey} now`;
    case "mentioned":
      return `${by} mentioned you in ${notice.incidentKey}`;
    case "step_assigned":
      return [`${by} gave you a step in ${notice.incidentKey}`, titleOf(notice, steps)]
        .filter(Boolean)
        .join(": ");
  }
}

function titleOf({ itemId }: Notice, steps: readonly MyStep[]): string | undefined {
  return steps.find((step) => step.itemId === itemId)?.title;
}

/**
 * Where a notice leads, and what that is called: to its brief and answer, to its step, all else to its entry.
 * @param path the page that is shown
 */
export function noticeLink(
  { kind, incidentKey, itemId, seq }: Notice,
  path: string,
): { href: string; label: string } {
  if (kind === "offered")
    return { href: `/incidents/${incidentKey}?answer=command`, label: "Read the brief and answer" };
  if (itemId) return { href: stepHref(incidentKey, itemId), label: "Go to the step" };
  const room = `/incidents/${incidentKey}`;
  const entry = `#entry-${seq}`;
  return path === room
    ? { href: entry, label: "Show it" }
    : { href: `${room}${entry}`, label: `Open ${incidentKey}` };
}

/**
 * The notices that wait once an incident has moved on: without those that are over, and with its title as it is now,
 * which may have been redacted.
 * @returns the same ones when nothing changed
 */
export function afterRow(
  waiting: readonly Notice[],
  row: Pick<IncidentRow, "id" | "seq" | "offer" | "title">,
  me: string,
): readonly Notice[] {
  const left = waiting.filter((notice) => !isOver(notice, row, me)).map((notice) => retitled(notice, row));
  const same = left.length === waiting.length && left.every((notice, index) => notice === waiting[index]);
  return same ? waiting : left;
}

function retitled(notice: Notice, { id, title }: Pick<IncidentRow, "id" | "title">): Notice {
  return notice.incidentId !== id || notice.title === title ? notice : { ...notice, title };
}

/** Whether there is nothing left to do about a notice: an offer that was answered or taken back. */
export function isOver(notice: Notice, row: Pick<IncidentRow, "id" | "seq" | "offer">, me: string): boolean {
  return (
    notice.kind === "offered" &&
    notice.incidentId === row.id &&
    row.seq >= notice.seq &&
    row.offer?.toId !== me
  );
}
