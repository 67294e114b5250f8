import { startOwnChecklist } from "@/lib/checklists/start-own";
import { acknowledge } from "@/lib/incidents/acknowledge";
import { join } from "@/lib/incidents/join";
import { notePresence } from "@/lib/incidents/note-presence";
import { pasteLog } from "@/lib/record/paste-log";
import { pinEntry } from "@/lib/record/pin-entry";
import { criterion, evidence, move, note, seat, step, tick, update } from "../world/acts";
import { Story } from "../world/story";
import type { World } from "../world/world";

/** The SEV1 in progress: every role taken, the runbook partly walked, three updates out and the fourth overdue. */
export async function anOverdueUpdate(world: World): Promise<Story> {
  const story = await inProgress(world);
  await story.untilNow();
  await showUp(story);
  return story;
}

/** The same SEV1 with its updates on time. */
export async function anIncidentInProgress(world: World): Promise<Story> {
  const story = await inProgress(world);
  await update(story, 51, "hanneke", {
    current: "3 % of payments still fail. Those that were deferred are being charged.",
    progress: "All traffic goes through the second provider.",
  });
  await story.untilNow();
  await showUp(story);
  return story;
}

async function inProgress(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{
      ago: 54,
      by: "nikhil",
      commander: "leila",
      title: "Half of all bookings fail at payment",
      severity: 1,
    },
    ...{ services: ["checkout", "payments", "bookings"], runbook: "payments-fail", detection: "alert" },
    ...{ startedBefore: 9, detectedBefore: 4, callLink: "https://meet.skerrylink.example/inc-payments" },
  });
  await firstMinutes(story);
  await diagnosis(story);
  await mitigation(story);
  return story;
}

async function firstMinutes(story: Story): Promise<void> {
  await story.do(1, "leila", acknowledge, {});
  await tick(story, 1, "leila", "Acknowledge it in");
  await seat(story, 2, "leila", "signe", "deputy");
  await seat(story, 3, "leila", "hanneke", "communications_lead");
  await seat(story, 3, "leila", "callum", "scribe");
  await story.do(4, "kenji", join, {});
  await tick(
    story,
    4,
    "nikhil",
    "Open the board",
    "48 % since 9 minutes before the alert; cards only, transfers work.",
  );
  await step(story, 5, "kenji", "Count the timeouts", "in_progress");
  await tick(story, 6, "hanneke", "Say in #support-desk");
  await step(
    story,
    7,
    "kenji",
    "Count the timeouts",
    "failed",
    "1,904 timeouts in 15 minutes: it is the provider.",
  );
  await tick(story, 8, "nikhil", "List the latest releases", "Last release was yesterday at noon. Not ours.");
}

async function diagnosis(story: Story): Promise<void> {
  await step(story, 9, "kenji", "Ask GET https://status", "in_progress");
  await note(
    story,
    11,
    "callum",
    "Acquira's status page is green; their support line says they see it too.",
    {
      happened: 10,
    },
  );
  await update(story, 13, "hanneke", {
    current:
      "About half of all card payments fail; bank transfers work. Customers see an error after 30 seconds.",
    progress: "The provider does not answer in time. We compare its status with our own numbers.",
  });
  await tick(story, 15, "kenji", "Ask GET https://status");
  await step(story, 16, "nikhil", "Search the gateway", "not_applicable", "Timeouts, no signature errors.");
  await tick(story, 17, "signe", "Read the connection pool");
  await evidence(
    story,
    18,
    "signe",
    "Read the connection pool",
    "pool 200/200 in use, oldest 31.4 s, waiting 612",
  );
}

async function mitigation(story: Story): Promise<void> {
  await move(story, 19, "leila", "mitigating");
  await step(
    story,
    20,
    "leila",
    "Roll the last release back",
    "skipped",
    "The failures did not begin with a release.",
  );
  await step(story, 21, "signe", "Move payments to the second", "in_progress");
  const seen = await note(
    story,
    23,
    "callum",
    "@Nikhil Deshpande 20 % of traffic on Northpay since 10 minutes; its failure rate is 0.3 %.",
    { mentions: ["nikhil"] },
  );
  await story.do(24, "callum", pinEntry, { seq: seen });
  await update(story, 26, "hanneke", {
    current:
      "One payment in five now goes through the second provider and works. The rest still fails by half.",
    progress: "Share of the second provider goes up in steps of 20 %.",
    blockers: "Northpay has to raise our limit before we can send everything.",
  });
  await story.do(29, "nikhil", pasteLog, { text: GATEWAY_LOG, occurredAt: story.moment(28) });
  await step(story, 31, "seun", "Let bookings through", "blocked", "The finance desk has not agreed yet.");
  await story.do(33, "rhea", startOwnChecklist, {
    title: "Charged twice",
    steps: [
      "List customers with two captures since the start",
      "Agree the wording with support",
      "Hand the list to finance",
    ],
  });
  await criterion(story, 35, "hanneke", "Support knows", "met", "Answer 214 in the support library.");
  await update(story, 38, "hanneke", {
    current: "60 % of payments go through the second provider. Of the remaining ones half still fail.",
    progress: "Limit raised. Bookings can be let through unpaid as soon as finance agrees.",
    blockers: "Finance desk: decision on deferred payments.",
  });
  await step(story, 41, "nikhil", "Compare the number of open bookings", "in_progress");
  await tick(story, 44, "hanneke", "Put a banner");
  await note(story, 47, "callum", "Finance agrees to defer for two hours, for bookings under 150 €.");
}

/** Who is in the room at this moment. */
async function showUp(story: Story): Promise<void> {
  for (const who of ["leila", "signe", "hanneke", "callum", "nikhil"] as const) {
    await story.do(54, who, notePresence, {});
  }
}

const GATEWAY_LOG = `level=warn msg="provider_timeout" provider=acquira attempt=2 waited_ms=30002 booking=b-771203
level=warn msg="provider_timeout" provider=acquira attempt=2 waited_ms=30001 booking=b-771207
level=info msg="captured" provider=northpay waited_ms=412 booking=b-771211
level=error msg="pool exhausted" provider=acquira in_use=200 waiting=598
`;
