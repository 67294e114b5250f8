import { setCriterionState } from "@/lib/checklists/set-criterion-state";
import { setStepState } from "@/lib/checklists/set-step-state";
import { addRemark } from "@/lib/checklists/add-remark";
import { assignRole } from "@/lib/incidents/assign-role";
import { moveStatus } from "@/lib/incidents/move-status";
import { addNote } from "@/lib/record/add-note";
import { resolve } from "@/lib/room/resolve";
import type { IncidentRole, StepState } from "@/lib/timeline/events/common";
import { postStatusUpdate } from "@/lib/updates/post-status-update";
import type { Who } from "./people";
import type { Story } from "./story";

/** What people do in a room, in the words of a story: minute, who, what. */

/** Brings the step with these words into a state. */
export async function step(
  story: Story,
  minute: number,
  who: Who,
  words: string,
  state: StepState,
  note: string | null = null,
): Promise<void> {
  const item = await findStep(story, words);
  const input = { itemId: item.id, state, expected: item.state, note, occurredAt: null };
  await story.run(minute, who, setStepState, input);
}

/** Ticks the step with these words. */
export function tick(story: Story, minute: number, who: Who, words: string, note?: string): Promise<void> {
  return step(story, minute, who, words, "done", note);
}

/** Adds evidence of what came out of a step. */
export async function evidence(
  story: Story,
  minute: number,
  who: Who,
  words: string,
  text: string,
): Promise<void> {
  const { id: itemId } = await findStep(story, words);
  await story.run(minute, who, addRemark, { itemId, kind: "evidence" as const, text });
}

/** Meets or waives the exit criterion with these words. */
export async function criterion(
  story: Story,
  minute: number,
  who: Who,
  words: string,
  state: "met" | "waived",
  note: string | null = null,
): Promise<void> {
  const { db } = story.world.base;
  const rows = await db.exitCriterion.findMany({ where: { incidentId: story.id } });
  const texts = await db.entryText.findMany({ where: { id: { in: rows.map(({ textId }) => textId) } } });
  const text = texts.find((candidate) => candidate.text?.includes(words));
  const row = rows.find(({ textId }) => textId === text?.id);
  if (!row) throw new Error(`${story.key}: no exit criterion says "${words}"`);
  await story.run(minute, who, setCriterionState, { criterionId: row.id, state, expected: row.state, note });
}

/** Gives somebody a role. */
export async function seat(
  story: Story,
  minute: number,
  by: Who,
  who: Who,
  role: IncidentRole,
): Promise<void> {
  await story.do(minute, by, assignRole, { personId: story.world.people[who].id, role });
}

/** Moves the status. */
export async function move(
  story: Story,
  minute: number,
  who: Who,
  to: "investigating" | "mitigating" | "monitoring",
): Promise<void> {
  await story.do(minute, who, moveStatus, { to, reason: null });
}

/** Adds a note. `happened`: the minute it tells of, when that is earlier. */
export async function note(
  story: Story,
  minute: number,
  who: Who,
  text: string,
  { mentions = [], happened }: { mentions?: Who[]; happened?: number } = {},
): Promise<number> {
  const { entries } = await story.do(minute, who, addNote, {
    text,
    mentions: mentions.map((name) => story.world.people[name].id),
    occurredAt: happened === undefined ? null : story.moment(happened),
  });
  return entries.at(-1)?.seq ?? 0;
}

interface Words {
  current: string;
  progress?: string;
  blockers?: string;
}

/** Posts the next status update. */
export async function update(story: Story, minute: number, who: Who, words: Words): Promise<void> {
  const { current, progress = "", blockers = "" } = words;
  const input = { current, progress, blockers, nextMinutes: null, ...story.nextUpdate() };
  await story.do(minute, who, postStatusUpdate, input);
}

/** Resolves, with the final update. */
export async function resolved(story: Story, minute: number, who: Who, words: Words): Promise<void> {
  const { sources, draftedTo } = story.nextUpdate();
  await story.do(minute, who, resolve, { progress: "", blockers: "", ...words, sources, draftedTo });
}

async function findStep({ id, key, world }: Story, words: string): Promise<{ id: string; state: StepState }> {
  const said = [...world.runbooks.values()].flatMap(({ parsed }) =>
    parsed.sections.flatMap(({ items }) => items.filter((item) => item.type === "step")),
  );
  const stepKeys = said.filter(({ text }) => text.includes(words)).map((one) => one.key);
  const item = await world.base.db.checklistItem.findFirst({
    where: { streamId: id, stepKey: { in: stepKeys } },
    orderBy: { id: "asc" },
    select: { id: true, state: true },
  });
  if (!item) throw new Error(`${key}: no step says "${words}"`);
  return item;
}
