import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { stepDifference } from "@/lib/runbooks/difference.rules";
import { append } from "@/lib/timeline/append";
import type { EventData } from "@/lib/timeline/events";
import { addCadence } from "./add-cadence";
import { addCriteria } from "./add-criteria";
import { lockSwitched, type SwitchedList } from "./lock-switched";
import { newCriteria } from "./new-criteria";
import { pinVersion, type Pinned } from "./pin-version";
import { placeItems } from "./place-items";
import type { SwitchInput } from "./schemas";
import { planSwitch, sameSteps, sectionAfter } from "./switch.rules";

/**
 * Switches a checklist to another version of its runbook: a newer one, or the older one again. It gets that version's
 * steps in their order; what was done stays done, also where the version does not have the step any more.
 * @throws Failure `conflict` when it is not at the version the person saw, and says who was first, or when the section
 *   is being walked in that version beside it; `invalid` when the version does not have the section
 */
export async function switchVersion(
  ctx: Context,
  input: SwitchInput & { checklistId: string },
): Promise<Written> {
  const { incident, list } = await lockSwitched(ctx, input);
  const to = await pinVersion(ctx, input.runbookVersionId);
  guardVersion(list, to);
  const changes = stepDifference(list.parsed, to.parsed);
  const section = sectionAfter(changes, list.sectionKey, to.parsed.sections);
  if (!section) throw new Failure("invalid", `Version ${to.number} does not have this section.`);
  const isFirstUse = await guardBeside(ctx, incident, to, section.key);

  const certain = sameSteps(changes);
  const said = input.reworded.map(({ from, to: now }) => [from, now] as const);
  const plan = planSwitch(list.items, section, new Map([...certain, ...said]));
  const entries = await ensureJoined(ctx, incident);
  const asksClock = isFirstUse && to.parsed.cadenceMinutes !== list.parsed.cadenceMinutes;
  const cadenceMinutes = asksClock ? to.parsed.cadenceMinutes : null;
  entries.push(...(await addCadence(ctx, incident, cadenceMinutes)));

  const placed = await placeItems(ctx, list, plan);
  await ctx.db.checklist.update({
    where: { id: list.id, runbookVersionId: list.versionId },
    data: { runbookVersionId: to.versionId, parserVersion: to.parserVersion, sectionKey: section.key },
    select: { id: true },
  });
  const data = {
    ...{ checklistId: list.id, runbookId: to.runbookId, cadenceMinutes },
    ...{ from: pinOf(list, list.sectionKey), to: pinOf(to, section.key) },
    ...placed,
    reworded: rewordedIn(list, placed.kept, certain),
  };
  entries.push(await append(ctx, incident.stream, incident.at, { kind: "checklist.switched", data }));
  const wanted = (await newCriteria(ctx, incident, to.parsed)).filter(({ key }) =>
    input.criteria.includes(key),
  );
  entries.push(...(await addCriteria(ctx, incident, to.versionId, wanted)));
  return written(incident, ...entries);
}

function guardVersion(list: SwitchedList, to: Pinned): void {
  if (to.runbookId !== list.runbookId) throw new Failure("invalid", "Choose a version of the same runbook.");
  if (to.versionId === list.versionId) throw new Failure("invalid", "It is at this version already.");
}

/** @returns whether the incident uses this version for the first time */
async function guardBeside(
  ctx: Context,
  { row }: LockedIncident,
  { versionId, number }: Pinned,
  sectionKey: string,
): Promise<boolean> {
  const beside = await ctx.db.checklist.findMany({
    where: { streamId: row.id, runbookVersionId: versionId },
    select: { sectionKey: true },
  });
  if (beside.some((list) => list.sectionKey === sectionKey))
    throw new Failure("conflict", `This section is being walked in version ${number} beside this one.`);
  return beside.length === 0;
}

type Switched = EventData<"checklist.switched">;

function pinOf(
  { versionId, number, parserVersion }: Omit<Pinned, "runbookId" | "parsed">,
  sectionKey: string,
): Switched["from"] {
  return { runbookVersionId: versionId, number, parserVersion, sectionKey };
}

/** The items that are another step than before because a person said that it is the same. */
function rewordedIn(
  { items }: SwitchedList,
  kept: Switched["kept"],
  certain: ReadonlyMap<string, string>,
): string[] {
  const before = new Map(items.map(({ id, stepKey }) => [id, stepKey ?? ""]));
  return kept
    .filter(({ id, stepKey }) => {
      const key = before.get(id) ?? "";
      return key !== stepKey && certain.get(key) !== stepKey;
    })
    .map(({ id }) => id);
}
