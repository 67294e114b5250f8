import { inWords } from "@/lib/checklists/step.rules";
import { withoutTicks } from "@/lib/kernel/code-spans";
import type { checklistEvents } from "../events/checklist";
import type { Waivable } from "../events/common";
import { whom } from "./names";
import { inline, listed, parts, quoteOf, type Describers } from "./sentence";

const HELPED = {
  yes: "helped",
  partly: "helped in part",
  no: "did not help",
  not_used: "was not used",
} as const;

/** How people walked the checklists and decided the exit criteria. */
export const checklistSentences: Describers<keyof typeof checklistEvents> = {
  "checklist.started": (entry, names) => {
    const { checklistId, runbookVersionId, title } = entry.data;
    const all = names.addedWith(checklistId);
    return {
      icon: "list",
      parts:
        runbookVersionId && all.length > 1 && all[0] === checklistId
          ? parts`added ${all.length} checklists of ${names.runbook(runbookVersionId)}: ${listed(all.map(names.checklist))}`
          : parts`added the checklist ${title ? inline(entry, title) : names.checklist(checklistId)}`,
    };
  },
  "checklist.switched": (entry, names) => {
    const { checklistId, from, to, added, left, dropped } = entry.data;
    const gone = left.length + dropped.length;
    const changes = [added.length > 0 && `${added.length} new`, gone > 0 && `${gone} not in it`].filter(
      Boolean,
    );
    return {
      icon: "list",
      parts: parts`switched ${names.checklist(checklistId)} from version ${from.number} to version ${to.number}${changes.length > 0 ? `: ${changes.join(", ")}` : ""}`,
    };
  },
  "step.added": (entry, names) => {
    const { item } = entry.data;
    return {
      icon: "plus",
      parts: parts`added the step ${item.title ? withoutTicks(inline(entry, item.title)) : names.step(item.id)}`,
    };
  },
  "step.assigned": (entry, names) => {
    const { itemId, from, to } = entry.data;
    const step = names.step(itemId);
    if (to === null)
      return {
        icon: "list",
        parts:
          from === entry.actor.id
            ? parts`gave back ${step}`
            : parts`took ${step} from ${from ? whom(from, names) : "nobody"}`,
      };
    return {
      icon: "list",
      parts:
        to !== entry.actor.id
          ? parts`gave ${step} to ${whom(to, names)}`
          : from
            ? parts`took ${step} over from ${whom(from, names)}`
            : parts`took ${step}`,
    };
  },
  "step.taken": (entry, names) => {
    const { by, itemId } = entry.data;
    const step = names.step(itemId);
    if (by === null) return { icon: "list", parts: parts`started ${step}` };
    return {
      icon: "list",
      parts: by === entry.actor.id ? parts`took ${step}` : parts`gave ${step} to ${whom(by, names)}`,
    };
  },
  "step.done": (entry, names) => {
    const { itemId, note, without, confirms } = entry.data;
    const step = names.step(itemId);
    const did = without ? parts`did without ${missingWords(without)}: ${step}` : parts`did ${step}`;
    return {
      icon: "check",
      parts: confirms ? parts`confirmed what ${whom(confirms, names)} did: ${step}` : did,
      ...quoteOf(entry, note),
    };
  },
  "step.confirmation_asked": (entry, names) => {
    const { itemId, note, without } = entry.data;
    const step = names.step(itemId);
    return {
      icon: "person",
      parts: without
        ? parts`did without ${missingWords(without)}, and asked a second person to confirm: ${step}`
        : parts`asked a second person to confirm ${step}`,
      ...quoteOf(entry, note),
    };
  },
  "step.unticked": (entry, names) => ({
    icon: "undo",
    parts: parts`unticked ${names.step(entry.data.itemId)}`,
  }),
  "step.skipped": (entry, names) => ({
    icon: "skip",
    parts: parts`skipped ${names.step(entry.data.itemId)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "step.failed": (entry, names) => ({
    icon: "cross",
    parts: parts`marked ${names.step(entry.data.itemId)} failed`,
    ...quoteOf(entry, entry.data.note),
  }),
  "step.blocked": (entry, names) => ({
    icon: "lock",
    parts: parts`marked ${names.step(entry.data.itemId)} blocked`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "step.unblocked": (entry, names) => ({
    icon: "undo",
    parts: parts`unblocked ${names.step(entry.data.itemId)}`,
  }),
  "step.marked_not_applicable": (entry, names) => ({
    icon: "skip",
    parts: parts`marked ${names.step(entry.data.itemId)} not applicable`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "step.commented": (entry, names) => ({
    icon: "comment",
    parts: parts`commented on ${names.step(entry.data.itemId)}`,
    ...quoteOf(entry, entry.data.text),
  }),
  "step.evidence_added": (entry, names) => ({
    icon: "file",
    parts: parts`added evidence to ${names.step(entry.data.itemId)}`,
    ...quoteOf(entry, entry.data.text),
  }),
  "step.acted_second": (entry, names) => {
    const { itemId, did, was, first, note } = entry.data;
    const step = names.step(itemId);
    // Made first, and kept without a connection until the other was there.
    const isEarlier = entry.occurredAt !== null && first.at !== null && entry.occurredAt < first.at;
    const when = isEarlier ? "before" : "after";
    const by = first.personId === entry.actor.id ? "" : `, ${when} ${whom(first.personId ?? "", names)}`;
    return {
      icon: "swap",
      parts:
        did === was
          ? parts`also marked ${step} ${inWords(did)}${by}`
          : parts`marked ${step} ${inWords(did)}${by}: it stays ${inWords(was)}`,
      ...quoteOf(entry, note),
    };
  },
  "step.image_added": (entry, names) => ({
    icon: "file",
    parts: parts`added an image to ${names.step(entry.data.itemId)}`,
    ...quoteOf(entry, entry.data.text),
  }),
  "step.checked": (entry, names) => {
    const { itemId, request, output, status, ms, passed } = entry.data;
    const answer = status === null ? "no answer" : `${status} in ${ms} ms`;
    const verdict = passed === null ? "" : passed ? ", as expected" : ", not as expected";
    return {
      icon: passed === false ? "cross" : "check",
      parts: parts`checked ${names.step(itemId)} by ${inline(entry, request)}: ${answer}${verdict}`,
      ...quoteOf(entry, output),
    };
  },
  "decision.answered": (entry, names) => {
    const { itemId, to, note } = entry.data;
    const question = names.step(itemId);
    if (!to) return { icon: "undo", parts: parts`took back the answer to ${question}` };
    return {
      icon: "decision",
      parts: parts`answered “${to.label ?? "this way"}” to ${question}`,
      ...quoteOf(entry, note),
    };
  },
  "placeholder.filled": (entry) => ({
    icon: "pencil",
    parts: parts`filled in ${entry.data.name}`,
    ...quoteOf(entry, entry.data.value),
  }),
  "runbook.rated": (entry, names) => ({
    icon: "runbook",
    parts: parts`said that ${names.runbook(entry.data.runbookVersionId)} ${HELPED[entry.data.to]}`,
  }),
  "criterion.added": (entry) => ({
    icon: "plus",
    parts: parts`added the exit criterion ${inline(entry, entry.data.text)}`,
  }),
  "criterion.met": (entry, names) => ({
    icon: "flag",
    parts: parts`met ${names.criterion(entry.data.criterionId)}`,
    ...quoteOf(entry, entry.data.note),
  }),
  "criterion.waived": (entry, names) => ({
    icon: "flag",
    parts: parts`waived ${names.criterion(entry.data.criterionId)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "criterion.reopened": (entry, names) => ({
    icon: "undo",
    parts: parts`reopened ${names.criterion(entry.data.criterionId)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
};

/** What a tick was made without. */
function missingWords(without: readonly Waivable[]): string {
  return listed(without.map((what) => (what === "evidence" ? "evidence" : "a second person")));
}
