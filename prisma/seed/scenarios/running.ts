import { acknowledge } from "@/lib/incidents/acknowledge";
import { join } from "@/lib/incidents/join";
import { notePresence } from "@/lib/incidents/note-presence";
import { offerCommand } from "@/lib/incidents/offer-command";
import { cancel } from "@/lib/room/cancel";
import { snooze } from "@/lib/updates/snooze";
import { move, note, step, tick, update } from "../world/acts";
import { Story } from "../world/story";
import type { World } from "../world/world";

/** A SEV4 whose next update may wait until the afternoon. */
export async function aSnoozedUpdate(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{ ago: 95, by: "rhea", title: "Weekly depot figures arrive without Sunday", severity: 4 },
    ...{ services: ["depot-scanners"], detection: "colleague", startedBefore: 1_500, detectedBefore: 40 },
  });
  await story.do(6, "rhea", acknowledge, {});
  await note(
    story,
    14,
    "rhea",
    "The export ran before the scanners of three depots had sent. Nothing is lost.",
  );
  await update(story, 50, "rhea", {
    current: "Sunday is missing for Bergen, Malmö and Gdańsk. The figures are read on Monday only.",
    progress: "The export runs again tonight, after the scanners have sent.",
  });
  await story.do(64, "rhea", snooze, {
    until: new Date(world.now.getTime() + 190 * 60_000),
    reason: "Nothing changes before the export of tonight.",
  });
  await story.untilNow();
  return story;
}

/** A SEV2 whose commander goes off shift and offers command to somebody else. */
export async function anOfferedCommand(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{ ago: 41, by: "kenji", title: "Drivers see yesterday's routes after signing in", severity: 2 },
    ...{ services: ["driver-app", "route-planner"], runbook: "tracking-stale", detection: "customer" },
    ...{ startedBefore: 25, detectedBefore: 6 },
  });
  await story.do(2, "kenji", acknowledge, {});
  await tick(story, 5, "kenji", "Note the lag", "route-cache is 7 hours behind, the others are fine.");
  await story.do(7, "seun", join, {});
  await tick(story, 9, "seun", "Ask two depots");
  await update(story, 13, "kenji", {
    current: "About 300 drivers started with yesterday's route. Depots print the right ones on paper.",
    progress: "The cache of routes stopped taking changes during the night. We look for the reason.",
  });
  await move(story, 17, "kenji", "mitigating");
  await step(story, 18, "seun", "Scale the projector out", "in_progress");
  await tick(story, 24, "seun", "Scale the projector out", "12 replicas; the lag is 40 minutes and falling.");
  await move(story, 28, "kenji", "monitoring");
  await update(story, 34, "kenji", {
    current:
      "New sign-ins get the right route. Drivers on the road keep the old one until they sign in again.",
    progress: "The cache catches up: 40 minutes behind, was 7 hours.",
  });
  await story.do(39, "kenji", offerCommand, {
    personId: world.people.nikhil.id,
    note: "My shift ends. What is left: watch the lag, and tell the depots when it is under 2 minutes.",
  });
  await story.untilNow();
  await story.do(41, "kenji", notePresence, {});
  return story;
}

/** A SEV3 that nobody has taken yet. */
export async function anIncidentNobodyCommands(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{ ago: 12, by: "hanneke", title: "Confirmation mails are an hour late", severity: 3 },
    ...{ services: ["notifications"], detection: "customer", startedBefore: 55 },
  });
  await note(
    story,
    3,
    "hanneke",
    "Four customers called. The queue of the mail service holds 18,000 messages.",
  );
  await story.untilNow();
  return story;
}

/** Declared twice: merged into another incident. */
export async function aMergedIncident(world: World, into: Story): Promise<Story> {
  const story = await Story.begin(world, {
    ...{ ago: 47, by: "seun", title: "Portal hangs after “Pay now”", severity: 2 },
    ...{ services: ["customer-portal", "checkout"], detection: "customer", detectedBefore: 3 },
  });
  await story.do(3, "tomasz", cancel, {
    reason: "The same as the payments: work goes on there.",
    mergedInto: into.key,
  });
  return story;
}
