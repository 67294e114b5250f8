import type { ReadContext } from "@/lib/db/context";
import { readParse } from "@/lib/runbooks/read-parse";
import { findStep } from "@/lib/runbooks/parse/read";
import { titleOf } from "@/lib/runbooks/parse/step-words.rules";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { createNames } from "@/lib/timeline/describe/create-names";
import type { Names } from "@/lib/timeline/describe";
import { pinsOf } from "@/lib/timeline/fold/pins.rules";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { readIncidentKeys } from "./read-incident-keys";

/**
 * The words for an incident's sentences, on the server: people, services, environments, the pinned runbooks, and the
 * keys of other incidents that the actor may see.
 * @param timeZone of the times in the sentences
 * @param form `short`: first names, where no two people share them
 */
export async function readNames(
  { db, actor }: Pick<ReadContext, "db" | "actor">,
  state: IncidentState,
  timeZone: string,
  form: "full" | "short" = "full",
): Promise<Names> {
  const [people, machines, services, environments] = await Promise.all([
    db.person.findMany({ select: { id: true, name: true } }),
    db.apiToken.findMany({ select: { id: true, name: true } }),
    db.service.findMany({ where: { id: { in: state.serviceIds } }, select: { id: true, name: true } }),
    db.environment.findMany({ select: { id: true, name: true } }),
  ]);
  const incidentKeys = await readIncidentKeys({ db, actor }, state);
  const parses = new Map<string, ParsedRunbook>();
  for (const { runbookVersionId, parserVersion } of pinsOf(state.checklists)) {
    const pin = pinned(runbookVersionId, parserVersion);
    parses.set(pin, await readParse({ db }, runbookVersionId, parserVersion));
  }
  return createNames({
    ...{ me: null, timeZone, people, machines, services, environments, state, form },
    stepTitle: (versionId, stepKey, parserVersion) => {
      const parse = parses.get(pinned(versionId, parserVersion));
      const step = parse && findStep(parse, stepKey)?.step;
      return step && titleOf(step);
    },
    sectionTitle: (versionId, sectionKey, parserVersion) =>
      parses.get(pinned(versionId, parserVersion))?.sections.find((section) => section.key === sectionKey)
        ?.title,
    runbookTitle: (id) => [...parses].findLast(([pin]) => pin.startsWith(`${id}@`))?.[1].title,
    incidentKey: (id) => incidentKeys[id],
  });
}

/** One version may have been parsed more than once; a checklist keeps to its own. */
function pinned(runbookVersionId: string | null, parserVersion: number | null): string {
  return `${runbookVersionId}@${parserVersion}`;
}
