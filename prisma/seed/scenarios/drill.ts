import { acknowledge } from "@/lib/incidents/acknowledge";
import { join } from "@/lib/incidents/join";
import { close } from "@/lib/room/close";
import { criterion, move, note, resolved, step, tick, update } from "../world/acts";
import { Story } from "../world/story";
import type { World } from "../world/world";

const DAY = 24 * 60;

/** A practice on staging, closed by a manager. */
export async function aDrill(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{
      ago: 16 * DAY,
      by: "priscila",
      commander: "rhea",
      title: "Practice: tracking stands still",
      severity: 3,
    },
    ...{ kind: "drill", environment: "staging", services: ["tracking"], runbook: "tracking-stale" },
    ...{ detection: "other", startedBefore: 0, detectedBefore: 0 },
  });
  await story.do(3, "rhea", acknowledge, {});
  await story.do(4, "callum", join, {});
  await tick(story, 7, "callum", "Note the lag");
  await step(story, 9, "callum", "Ask two depots", "not_applicable", "Nobody scans on staging.");
  await tick(story, 12, "rhea", "Look for long transactions");
  await move(story, 14, "rhea", "mitigating");
  await tick(story, 19, "callum", "Scale the projector out");
  await update(story, 26, "rhea", {
    current: "The lag falls. Practice goes on until it is under 2 minutes.",
  });
  await move(story, 31, "rhea", "monitoring");
  await tick(story, 34, "callum", "Scale in again");
  await note(
    story,
    36,
    "priscila",
    "Took 9 minutes to find the command for the lag: it stood on the second page.",
  );
  await criterion(story, 38, "callum", "The lag of every consumer", "met");
  await criterion(story, 39, "rhea", "No parcel of today", "waived", "Staging has no parcels of today.");
  await resolved(story, 41, "rhea", { current: "Practice is over: caught up within 22 minutes." });
  await story.do(60, "priscila", close, { reason: "Practice; what we learned went into the runbook." });
  return story;
}
