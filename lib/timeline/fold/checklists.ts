import type { Entry, EntryOf } from "../events";
import type { ImageFacts, StepState } from "../events/common";
import { clockMoves } from "./cadence";
import type {
  ChecklistState,
  CheckState,
  CriterionStateRow,
  IncidentState,
  ItemState,
  RemarkState,
} from "./state";
import { optionalTextOf, textOf } from "./texts";

/** What an event changes in checklists, their steps, and the exit criteria. */
export function foldChecklists(state: IncidentState, entry: Entry): Partial<IncidentState> | undefined {
  switch (entry.kind) {
    case "checklist.started":
      return {
        checklists: [...state.checklists, startedChecklist(entry)],
        cadence: cadenceWith(state, entry, entry.data.cadenceMinutes),
      };
    case "checklist.switched":
      return {
        checklists: state.checklists.map((list) =>
          list.id === entry.data.checklistId ? switched(list, entry) : list,
        ),
        cadence: cadenceWith(state, entry, entry.data.cadenceMinutes),
      };
    case "step.added":
      return {
        checklists: state.checklists.map((list) =>
          list.id === entry.data.checklistId
            ? {
                ...list,
                items: list.items.toSpliced(entry.data.position, 0, newItem(entry, entry.data.item)),
              }
            : list,
        ),
      };
    case "step.assigned":
      return changeItem(state, entry.data, () => ({ assigneeId: entry.data.to }));
    case "step.taken":
      return changeItem(state, entry.data, () => ({
        ...movedTo(entry, "in_progress"),
        assigneeId: entry.data.by,
        takenAt: entry.occurredAt ?? entry.at,
      }));
    case "step.done":
      return changeItem(state, entry.data, ({ asked }) => ({
        ...movedTo(entry, "done", optionalTextOf(entry, entry.data.note)),
        asked: entry.data.confirms ? asked : null,
      }));
    case "step.confirmation_asked":
      return changeItem(state, entry.data, () => ({
        ...movedTo(entry, "in_progress", optionalTextOf(entry, entry.data.note)),
        asked: { personId: entry.actor.id, at: entry.occurredAt ?? entry.at },
      }));
    case "step.unticked":
    case "step.unblocked":
      return changeItem(state, entry.data, () => ({ ...movedTo(entry, "todo"), takenAt: null }));
    case "step.skipped":
      return changeItem(state, entry.data, () => movedTo(entry, "skipped", textOf(entry, entry.data.reason)));
    case "step.failed":
      return changeItem(state, entry.data, () => movedTo(entry, "failed", textOf(entry, entry.data.note)));
    case "step.blocked":
      return changeItem(state, entry.data, () => movedTo(entry, "blocked", textOf(entry, entry.data.reason)));
    case "step.marked_not_applicable":
      return changeItem(state, entry.data, () =>
        movedTo(entry, "not_applicable", optionalTextOf(entry, entry.data.reason)),
      );
    case "step.commented":
    case "step.evidence_added":
    case "step.image_added": {
      const { remarkId: id, text } = entry.data;
      const kind = entry.kind === "step.commented" ? "comment" : "evidence";
      const by = { personId: entry.actor.id, at: entry.at };
      const image = entry.kind === "step.image_added" ? shown(entry.data.image) : null;
      const remark: RemarkState = { id, kind, text: textOf(entry, text), image, ...by };
      return changeItem(state, entry.data, (item) => ({ remarks: [...item.remarks, remark] }));
    }
    case "step.acted_second": {
      const { actId: id, did, note } = entry.data;
      const when = { personId: entry.actor.id, at: entry.occurredAt ?? entry.at };
      const second = { id, did, note: optionalTextOf(entry, note), ...when };
      return changeItem(state, entry.data, (item) => ({ secondActs: [...item.secondActs, second] }));
    }
    case "step.checked":
      return changeItem(state, entry.data, ({ checks }) => ({ checks: withCheck(checks, entry) }));
    case "decision.answered":
      return {
        checklists: state.checklists.map((list) =>
          list.id === entry.data.checklistId ? { ...list, items: replanned(list.items, entry) } : list,
        ),
      };
    case "placeholder.filled": {
      const { seq, at } = entry;
      const { name, value } = entry.data;
      const filled = { seq, name, value: textOf(entry, value), personId: entry.actor.id, at };
      return { placeholders: [...state.placeholders, filled] };
    }
    case "runbook.rated": {
      const { runbookId, runbookVersionId, to: helped } = entry.data;
      const rating = { runbookId, runbookVersionId, helped, personId: entry.actor.id, at: entry.at };
      const others = state.ratings.filter((known) => known.runbookId !== runbookId);
      return { ratings: [...others, rating].toSorted((a, b) => (a.runbookId < b.runbookId ? -1 : 1)) };
    }
    default:
      return foldCriteria(state, entry);
  }
}

function cadenceWith(state: IncidentState, entry: Entry, minutes: number | null): IncidentState["cadence"] {
  return minutes === null
    ? state.cadence
    : clockMoves(state, entry, { kind: "runbook_cadence_added", minutes });
}

/** Every item at its place in the other version; those that it lacks keep the version of their words. */
function switched(list: ChecklistState, entry: EntryOf<"checklist.switched">): ChecklistState {
  const { from, to, kept, added, left, dropped, order } = entry.data;
  const { runbookVersionId, parserVersion, sectionKey } = to;
  const leftAt = { runbookVersionId: from.runbookVersionId, parserVersion: from.parserVersion };
  const items = new Map(list.items.map((item) => [item.id, item]));
  for (const { title: _, ...facts } of kept) {
    const item = items.get(facts.id);
    if (item) items.set(facts.id, { ...item, ...facts, left: false, leftAt: null });
  }
  for (const id of [...left, ...dropped]) {
    const item = items.get(id);
    if (item) items.set(id, { ...item, left: true, leftAt: item.leftAt ?? leftAt });
  }
  for (const item of added) items.set(item.id, newItem(entry, item));
  const placed = order.flatMap((id) => items.get(id) ?? []);
  return { ...list, runbookVersionId, parserVersion, sectionKey, items: placed };
}

function replanned(items: readonly ItemState[], entry: EntryOf<"decision.answered">): ItemState[] {
  const { itemId, to, note, dropped, left, items: added, position } = entry.data;
  const answered = {
    ...movedTo(entry, to ? "done" : "todo", optionalTextOf(entry, note)),
    answer: to,
  };
  return items
    .filter(({ id }) => !dropped.includes(id))
    .map((item) => (item.id === itemId ? { ...item, ...answered } : item))
    .map((item) => (left.includes(item.id) ? { ...item, left: true } : item))
    .toSpliced(position, 0, ...added.map((item) => newItem(entry, item)));
}

function foldCriteria(state: IncidentState, entry: Entry): Partial<IncidentState> | undefined {
  switch (entry.kind) {
    case "criterion.added": {
      const { criterionId: id, runbookVersionId, gate, bySignOff, text } = entry.data;
      const undecided = { state: "open", decidedById: null, decidedAt: null, reason: null } as const;
      const added = { id, runbookVersionId, gate, bySignOff, text: textOf(entry, text), ...undecided };
      return { criteria: [...state.criteria, added] };
    }
    case "criterion.met":
      return changeCriterion(state, entry, "met", optionalTextOf(entry, entry.data.note));
    case "criterion.waived":
      return changeCriterion(state, entry, "waived", textOf(entry, entry.data.reason));
    case "criterion.reopened":
      return changeCriterion(state, entry, "open", optionalTextOf(entry, entry.data.reason));
    default:
      return undefined;
  }
}

function startedChecklist(entry: EntryOf<"checklist.started">): ChecklistState {
  const { checklistId, runbookVersionId, parserVersion, sectionKey, title, items } = entry.data;
  return {
    id: checklistId,
    runbookVersionId,
    parserVersion,
    sectionKey,
    title: optionalTextOf(entry, title),
    startedAt: entry.at,
    startedById: entry.actor.id,
    items: items.map((item) => newItem(entry, item)),
  };
}

function shown({ mediaType, width, height }: ImageFacts): RemarkState["image"] {
  return { mediaType, width, height };
}

const NO_NEEDS: ItemState["needs"] = { evidence: false, secondPerson: false, minutes: null };

type EventItem = EntryOf<"step.added">["data"]["item"];

function newItem(entry: Entry, { title, needs, ...item }: EventItem): ItemState {
  return {
    ...item,
    title: optionalTextOf(entry, title),
    state: "todo",
    assigneeId: null,
    takenAt: null,
    changedById: null,
    changedAt: null,
    reason: null,
    answer: null,
    left: false,
    asked: null,
    needs: needs ?? NO_NEEDS,
    leftAt: null,
    remarks: [],
    secondActs: [],
    checks: [],
  };
}

/** The new result instead of the one before. */
function withCheck(checks: readonly CheckState[], entry: EntryOf<"step.checked">): CheckState[] {
  const { checklistId: _, itemId: __, filled: ___, request, output, ...data } = entry.data;
  const check = {
    ...{ ...data, request: textOf(entry, request), output: textOf(entry, output) },
    ...{ personId: entry.actor.id, at: entry.at },
  };
  return [...checks.filter((one) => one.kind !== check.kind || one.check !== check.check), check];
}

function movedTo(entry: Entry, state: StepState, reason: ItemState["reason"] = null): Partial<ItemState> {
  return { state, changedById: entry.actor.id, changedAt: entry.occurredAt ?? entry.at, reason, asked: null };
}

function changeItem(
  state: IncidentState,
  { checklistId, itemId }: { checklistId: string; itemId: string },
  change: (item: ItemState) => Partial<ItemState>,
): Partial<IncidentState> {
  return {
    checklists: state.checklists.map((list) =>
      list.id === checklistId
        ? {
            ...list,
            items: list.items.map((item) => (item.id === itemId ? { ...item, ...change(item) } : item)),
          }
        : list,
    ),
  };
}

function changeCriterion(
  state: IncidentState,
  entry: Entry & { data: { criterionId: string } },
  to: CriterionStateRow["state"],
  reason: CriterionStateRow["reason"],
): Partial<IncidentState> {
  const decided = { state: to, decidedById: entry.actor.id, decidedAt: entry.at, reason };
  return {
    criteria: state.criteria.map((row) => (row.id === entry.data.criterionId ? { ...row, ...decided } : row)),
  };
}
