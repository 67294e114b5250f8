import { aClosedIncident } from "./blank-labels";
import { aCancelledIncident } from "./cancelled";
import { anIncidentWithEverything } from "./closed-depots";
import { aDrill } from "./drill";
import { aReturnedSummary, aSummaryInDraft, aSummaryInReview } from "./in-review";
import { manyIncidents } from "./many-incidents";
import { anIncidentInProgress, anOverdueUpdate } from "./payments-fail";
import { aMergedIncident, anIncidentNobodyCommands, anOfferedCommand, aSnoozedUpdate } from "./running";
import type { World } from "../world/world";

interface Scenario {
  /** What is there afterwards. */
  about: string;
  tell: (world: World) => Promise<unknown>;
}

/** Named states, each on top of the organisation: people, services, environments, runbooks. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  "empty-organisation": { about: "people, services and runbooks; no incident yet", tell: async () => {} },
  "an-incident-nobody-commands": {
    about: "a SEV3, declared, without commander",
    tell: anIncidentNobodyCommands,
  },
  "an-incident-in-progress": { about: "a SEV1 with every role, updates on time", tell: anIncidentInProgress },
  "an-overdue-update": { about: "the same SEV1, its fourth update overdue", tell: anOverdueUpdate },
  "an-offered-command": { about: "a SEV2, command offered and not answered", tell: anOfferedCommand },
  "a-snoozed-update": { about: "a SEV4 whose next update may wait", tell: aSnoozedUpdate },
  "a-cancelled-incident": { about: "a false alarm", tell: aCancelledIncident },
  "a-summary-in-draft": { about: "a resolved SEV3, its summary half written", tell: aSummaryInDraft },
  "a-summary-in-review": {
    about: "a resolved SEV2, its summary waiting for a manager",
    tell: aSummaryInReview,
  },
  "a-returned-summary": {
    about: "a resolved SEV2, its summary returned with a comment",
    tell: aReturnedSummary,
  },
  "a-closed-incident": { about: "a SEV2 told to its end, signed off", tell: aClosedIncident },
  "a-long-incident": {
    about: "a closed SEV1: severity raised, command handed over, an update missed",
    tell: anIncidentWithEverything,
  },
  "a-drill": { about: "a practice on staging", tell: aDrill },
  "many-incidents": {
    about: "100,000 incidents in a minute, for measurements",
    tell: (world) => manyIncidents(world),
  },
  demo: { about: "all of these but the last, as npm start -- --demo fills them in", tell: demonstration },
};

/** The whole demonstration, the oldest first, so that the numbers rise with the time. */
export async function demonstration(world: World): Promise<void> {
  await aClosedIncident(world);
  await aDrill(world);
  await anIncidentWithEverything(world);
  await aCancelledIncident(world);
  await aReturnedSummary(world);
  await aSummaryInReview(world);
  await aSummaryInDraft(world);
  await aSnoozedUpdate(world);
  const payments = await anOverdueUpdate(world);
  await aMergedIncident(world, payments);
  await anOfferedCommand(world);
  await anIncidentNobodyCommands(world);
}
