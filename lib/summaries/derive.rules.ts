import { REDACTED } from "@/lib/kernel/redacted";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentStatus } from "@/lib/timeline/events/common";
import type { IncidentState } from "@/lib/timeline/fold";
import type { Derived } from "./schemas";
import { participantsOf } from "./took-part.rules";

/** With all that is kept today; older versions may lack some of it. */
type FreshlyDerived = Required<Derived>;

/**
 * What the timeline says for the summary. The same entries give the same answer.
 * @param entries all of the incident's, oldest first
 * @param state what they fold to
 * @param head the stream's hash at the newest of them
 * @param needless the steps that nobody had to do any more; no step that was left open is among them
 */
export function derive(
  entries: readonly Entry[],
  state: IncidentState,
  head: string,
  needless: ReadonlySet<string> = new Set(),
): FreshlyDerived {
  return {
    seq: state.seq,
    head,
    title: state.title.value ?? REDACTED,
    severity: state.severity,
    environmentId: state.environmentId,
    serviceIds: state.serviceIds,
    commanderId: state.commanderId,
    keyTimes: {
      startedAt: state.startedAt,
      detectedAt: state.detectedAt,
      declaredAt: state.declaredAt,
      acknowledgedAt: state.acknowledgedAt,
      mitigatedAt: state.mitigatedAt,
      resolvedAt: state.resolvedAt,
    },
    phases: phasesOf(entries),
    story: storyOf(entries),
    updates: state.updates.map(({ number, seq, postedAt, dueAt, outcome }) => ({
      number,
      seq,
      postedAt,
      dueAt,
      outcome,
    })),
    punctuality: {
      onTime: state.updates.filter(({ outcome }) => outcome === "on_time").length,
      late: state.updates.filter(({ outcome }) => outcome === "late").length,
      missed: entries.filter(({ kind }) => kind === "update.missed").length,
    },
    participants: participantsOf(entries, state),
    steps: stepsOf(entries, state),
    open: openStepsOf(entries, state).filter(({ itemId }) => !needless.has(itemId)),
    criteria: criteriaOf(entries, state),
  };
}

/** The status an entry brings about, if it does. */
function statusAfter(entry: Entry): IncidentStatus | null {
  switch (entry.kind) {
    case "incident.declared":
      return "declared";
    case "command.acknowledged":
    case "incident.reopened":
      return "investigating";
    case "incident.status_changed":
      return entry.data.to;
    case "incident.resolved":
      return "resolved";
    case "incident.closed":
      return "closed";
    case "incident.cancelled":
      return "cancelled";
    default:
      return null;
  }
}

function phasesOf(entries: readonly Entry[]): Derived["phases"] {
  const changes = entries.flatMap((entry) => {
    const status = statusAfter(entry);
    return status ? [{ status, at: entry.at, seq: entry.seq }] : [];
  });
  return changes.slice(0, -1).map(({ status, at, seq }, index) => ({
    ...{ status, from: at, seq },
    to: changes[index + 1]?.at ?? at,
  }));
}

const STORY = new Set<Entry["kind"]>([
  "incident.declared",
  "incident.absorbed",
  "incident.status_changed",
  "incident.resolved",
  "incident.reopened",
  "incident.severity_changed",
  "incident.start_corrected",
  "command.acknowledged",
  "command.accepted",
  "command.taken",
  "checklist.switched",
  "decision.answered",
  "step.done",
  "step.failed",
  "step.skipped",
  "step.blocked",
  "step.image_added",
  "timebox.overrun",
  "criterion.met",
  "criterion.waived",
  "update.posted",
  "update.corrected",
  "update.missed",
  "update.snoozed",
]);

/** Of acts that came second, those that were another one: somebody found a step failed that is marked done. */
function isTold(entry: Entry): boolean {
  if (entry.kind === "step.acted_second") return entry.data.did !== entry.data.was;
  return STORY.has(entry.kind);
}

/** Whole kinds, as far as they hold at the end, and what somebody pinned; in the order in which it happened. */
function storyOf(entries: readonly Entry[]): number[] {
  const pinned = new Set<number>();
  for (const entry of entries) {
    if (entry.kind === "entry.pinned") pinned.add(entry.data.seq);
    if (entry.kind === "entry.unpinned") pinned.delete(entry.data.seq);
  }
  const undone = undoneIn(entries);
  return entries
    .filter((entry) => (isTold(entry) && !undone.has(entry.seq)) || pinned.has(entry.seq))
    .toSorted((a, b) => Date.parse(a.occurredAt ?? a.at) - Date.parse(b.occurredAt ?? b.at))
    .map(({ seq }) => seq);
}

/** The ticks that were taken back, and the criteria that were opened again: they are no facts. */
function undoneIn(entries: readonly Entry[]): Set<number> {
  const undone = new Set<number>();
  const latest = new Map<string, number>();
  for (const entry of entries) {
    const about = aboutOf(entry);
    if (!about) continue;
    const before = latest.get(about);
    const takesBack = entry.kind === "step.unticked" || entry.kind === "criterion.reopened";
    if (takesBack && before !== undefined) undone.add(before);
    latest.set(about, entry.seq);
  }
  return undone;
}

/** The step or criterion whose state an entry changes. */
function aboutOf(entry: Entry): string | null {
  switch (entry.kind) {
    case "step.taken":
    case "step.confirmation_asked":
    case "step.done":
    case "step.unticked":
    case "step.unblocked":
    case "step.skipped":
    case "step.failed":
    case "step.blocked":
    case "step.marked_not_applicable":
      return entry.data.itemId;
    case "criterion.met":
    case "criterion.waived":
    case "criterion.reopened":
      return entry.data.criterionId;
    default:
      return null;
  }
}

const UNUSUAL = new Set(["skipped", "failed", "not_applicable", "blocked"]);

function stepsOf(entries: readonly Entry[], { checklists }: IncidentState): Derived["steps"] {
  return checklists.flatMap(({ items }) =>
    items.flatMap(({ id, state, reason }) => {
      if (!UNUSUAL.has(state)) return [];
      const seq = entries.findLast((entry) => "itemId" in entry.data && entry.data.itemId === id)?.seq;
      if (seq === undefined) return [];
      return [
        { itemId: id, state: state as Derived["steps"][number]["state"], reason: reason?.value ?? null, seq },
      ];
    }),
  );
}

/** What was left open, on the ways that were gone; each with the entry that put it there, or began it. */
function openStepsOf(entries: readonly Entry[], { checklists }: IncidentState): FreshlyDerived["open"] {
  const latest = new Map<string, number>();
  for (const entry of entries) for (const itemId of itemsIn(entry)) latest.set(itemId, entry.seq);
  return checklists.flatMap(({ id: checklistId, items }) =>
    items.flatMap(({ id: itemId, state, left }) => {
      const seq = latest.get(itemId);
      if ((state !== "todo" && state !== "in_progress") || left || seq === undefined) return [];
      return [{ checklistId, itemId, state, seq }];
    }),
  );
}

/** The steps that an entry adds, or whose state it changes. */
function itemsIn(entry: Entry): string[] {
  switch (entry.kind) {
    case "checklist.started":
    case "decision.answered":
      return entry.data.items.map(({ id }) => id);
    case "step.added":
      return [entry.data.item.id];
    case "step.taken":
    case "step.confirmation_asked":
    case "step.unticked":
    case "step.unblocked":
      return [entry.data.itemId];
    default:
      return [];
  }
}

function criteriaOf(entries: readonly Entry[], { criteria }: IncidentState): Derived["criteria"] {
  return criteria.map(({ id, text, gate, state, decidedById, reason }) => {
    const decided = entries.findLast(
      (entry) =>
        (entry.kind === "criterion.met" || entry.kind === "criterion.waived") &&
        entry.data.criterionId === id,
    );
    return {
      text: text.value ?? REDACTED,
      ...{ gate, state, byId: decidedById },
      reason: reason?.value ?? null,
      seq: state === "open" ? null : (decided?.seq ?? null),
    };
  });
}
