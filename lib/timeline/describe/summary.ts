import type { EntryOf } from "../events";
import type { summaryEvents } from "../events/summary";
import { whom, type Names } from "./names";
import { inline, parts, quoteOf, type Describers, type Said } from "./sentence";

/** The post-incident summary, its review, and the follow-ups. */
export const summarySentences: Describers<keyof typeof summaryEvents> = {
  // Whoever resolved the incident wrote none of it.
  "summary.drafted": ({ actor }, names) => ({
    nobody: true,
    icon: "review",
    parts: [
      ...parts`The console drafted the ${"summary"}`,
      ...(actor.id ? parts` when ${whom(actor.id, names)} resolved the incident` : []),
    ],
  }),
  "summary.edited": (entry) => ({
    icon: "pencil",
    parts: entry.data.voidsSignOff
      ? parts`edited the ${"summary"}, which made its sign-off void`
      : parts`edited the ${"summary"}`,
  }),
  "summary.submitted": () => ({ icon: "review", parts: parts`submitted the ${"summary"} for review` }),
  "summary.returned": (entry) => ({
    icon: "undo",
    parts: parts`returned the ${"summary"}`,
    ...quoteOf(entry, entry.data.comment),
  }),
  "summary.signed_off": (entry) => ({
    icon: "check",
    parts: parts`signed off the ${"summary"}, version ${entry.data.version}`,
    ...quoteOf(entry, entry.data.comment),
  }),
  "summary.redacted": (entry) => ({
    icon: "eye",
    parts: parts`took redacted words out of the ${"summary"}, version ${entry.data.version}`,
  }),
  "follow_up.added": (entry, names) => {
    const { number, title, ownerId, dueOn } = entry.data;
    const added = parts`added follow-up ${number}, ${inline(entry, title)}`;
    const owner = ownerId ? parts`, for ${whom(ownerId, names)}` : [];
    const due = dueOn ? parts`, due ${dueOn}` : [];
    return { icon: "flag", parts: [...added, ...owner, ...due] };
  },
  "follow_up.changed": changed,
  "follow_up.ended": (entry) => ({
    icon: entry.data.state === "done" ? "check" : "cross",
    parts:
      entry.data.state === "done"
        ? parts`finished follow-up ${entry.data.number}`
        : parts`dropped follow-up ${entry.data.number}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "follow_up.reopened": (entry) => ({ icon: "undo", parts: parts`reopened follow-up ${entry.data.number}` }),
};

function changed(entry: EntryOf<"follow_up.changed">, names: Names): Said {
  const { number, title, from, to } = entry.data;
  const owner = to.ownerId ? parts`gave it to ${whom(to.ownerId, names)}` : parts`took its owner away`;
  const changes = [
    title && parts`named it ${inline(entry, title)}`,
    from.ownerId !== to.ownerId && owner,
    from.dueOn !== to.dueOn && (to.dueOn ? parts`made it due ${to.dueOn}` : parts`took its due date away`),
    from.kind !== to.kind && parts`made it a matter of ${to.kind}`,
  ].filter((change) => Array.isArray(change));
  const said = changes.flatMap((change, index) => [{ text: index === 0 ? ": " : ", " }, ...change]);
  return { icon: "pencil", parts: [...parts`changed follow-up ${number}`, ...said] };
}
