import { addFollowUp } from "@/lib/summaries/add-follow-up";
import { endFollowUp } from "@/lib/summaries/change-follow-up";
import { returnSummary, signOff } from "@/lib/summaries/decide";
import { readSummary } from "@/lib/summaries/read-summary";
import { savePart } from "@/lib/summaries/save-part";
import { partNames, type followUpKind, type Parts } from "@/lib/summaries/schemas";
import { submitSummary } from "@/lib/summaries/submit";
import type { z } from "zod";
import type { Who } from "./people";
import type { Story } from "./story";

/** Somebody writes these parts of the summary, in place of what stands there. */
export async function write(story: Story, minute: number, who: Who, parts: Partial<Parts>): Promise<void> {
  for (const part of partNames) {
    const text = parts[part];
    if (text === undefined) continue;
    const { body } = await read(story, who);
    await story.do(minute, who, savePart, { part, text, base: body.parts[part] });
  }
}

/** Somebody submits it for review. */
export async function submit(story: Story, minute: number, who: Who): Promise<void> {
  await story.do(minute, who, submitSummary, {});
}

/** A manager signs off the version in review, or returns it. */
export async function decide(
  story: Story,
  minute: number,
  who: Who,
  decision: "signed_off" | "returned",
  comment: string | null = null,
): Promise<void> {
  const { version, sha256 } = await read(story, who);
  const verb = decision === "returned" ? returnSummary : signOff;
  await story.do(minute, who, verb, { version, sha256, comment });
}

/** Adds a follow-up. `dueIn`: days from the present, negative for what is late. */
export async function followUp(
  story: Story,
  minute: number,
  who: Who,
  input: { title: string; kind: z.infer<typeof followUpKind>; owner?: Who; dueIn?: number; done?: boolean },
): Promise<void> {
  const { world } = story;
  const dueOn =
    input.dueIn === undefined
      ? null
      : new Date(world.now.getTime() + input.dueIn * 24 * 3_600_000).toISOString().slice(0, 10);
  const { entries } = await story.do(minute, who, addFollowUp, {
    ...{ title: input.title, kind: input.kind, dueOn },
    ownerId: input.owner ? world.people[input.owner].id : null,
  });
  const added = entries.at(-1);
  if (!input.done || added?.kind !== "follow_up.added") return;
  const done = { followUpId: added.data.followUpId, state: "done" as const, reason: null };
  await story.run(minute + 2_880, input.owner ?? who, endFollowUp, done);
}

function read({ world, key }: Story, who: Who) {
  const { db, clock } = world.base;
  return readSummary({ db, clock, actor: world.people[who] }, key);
}
