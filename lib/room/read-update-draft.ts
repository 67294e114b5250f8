import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { inSnapshot } from "@/lib/db/in-snapshot";
import { findVisible } from "@/lib/incidents/find-visible";
import { Failure } from "@/lib/kernel/errors";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { readEntries } from "@/lib/timeline/read";
import { STATUS_KINDS } from "@/lib/updates/draft-facts.rules";
import { draftUpdate } from "@/lib/updates/draft.rules";
import type { DraftDto } from "@/lib/updates/dto";
import { readSavedDraft } from "@/lib/updates/read-saved-draft";
import { readNames } from "./read-names";
import { readRiskySteps } from "./read-risky-steps";
import { readIncidentState } from "./read-state";

/** Nobody reads an update drafted from more. */
const AT_MOST = 1_000;

/**
 * The next update as far as it is written: what somebody saved, and what the timeline alone would give.
 * @throws Failure `not_found` when there is no such incident or the actor may not know of it, `forbidden` for a viewer
 */
export function readUpdateDraft(ctx: ReadContext, key: string): Promise<DraftDto> {
  return inSnapshot(ctx.db, async (db) => {
    const { id } = await findVisible({ ...ctx, db }, key);
    authorise(ctx.actor, "update.draft");
    const state = await readIncidentState({ db }, id);
    if (!state) throw new Failure("not_found", `There is no incident ${key}.`);
    const from = draftedFrom(state);
    const number = state.cadence.updatesPosted + 1;
    const newest = await readEntries({ db }, id, { before: state.seq + 1, limit: AT_MOST });
    const entries = newest.filter(({ seq }) => seq > from).reverse();
    const standing = await readStanding({ db }, state, entries[0]?.seq ?? state.seq + 1);
    const names = await readNames({ ...ctx, db }, state, "UTC", "short");
    const risky = await readRiskySteps({ db }, state);
    const { body, items } = draftUpdate([...standing, ...entries], state, names, risky);
    return {
      ...{ number, seq: state.seq, items, fresh: body },
      since: newest.find(({ seq }) => seq === from)?.at ?? state.updates.at(-1)?.postedAt ?? state.declaredAt,
      saved: await readSavedDraft({ db }, id, number),
    };
  });
}

/** The newest entry that an update was drafted from. One that was not drafted told of all that was there. */
function draftedFrom({ updates }: IncidentState): number {
  return Math.max(0, ...updates.map(({ draftedTo, seq }) => draftedTo ?? seq));
}

/** What held before and still does has to be said again: the status, and what blocks steps. Oldest first. */
async function readStanding(
  ctx: Pick<ReadContext, "db">,
  state: IncidentState,
  before: number,
): Promise<Entry[]> {
  const status = await readEntries(ctx, state.id, { before: state.seq + 1, limit: 1, kinds: STATUS_KINDS });
  const blocks = await readBlocks(ctx, state, before);
  return [...status.filter(({ seq }) => seq < before), ...blocks].sort((a, b) => a.seq - b.seq);
}

async function readBlocks(
  ctx: Pick<ReadContext, "db">,
  { id, checklists }: IncidentState,
  before: number,
): Promise<Entry[]> {
  const blocked = new Set(
    checklists.flatMap(({ items }) =>
      items.filter((item) => item.state === "blocked").map((item) => item.id),
    ),
  );
  if (blocked.size === 0) return [];
  const entries = await readEntries(ctx, id, { before, limit: AT_MOST, kinds: ["step.blocked"] });
  const latest = new Map<string, Entry>();
  for (const entry of entries.reverse())
    if (entry.kind === "step.blocked" && blocked.has(entry.data.itemId)) latest.set(entry.data.itemId, entry);
  return [...latest.values()];
}
