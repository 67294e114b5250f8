import { acknowledge } from "@/lib/incidents/acknowledge";
import { cancel } from "@/lib/room/cancel";
import { note } from "../world/acts";
import { Story } from "../world/story";
import type { World } from "../world/world";

const DAY = 24 * 60;

/** A false alarm. */
export async function aCancelledIncident(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{ ago: 9 * DAY, by: "callum", title: "Tracking lag above the limit in all regions", severity: 2 },
    ...{ services: ["tracking"], detection: "alert", startedBefore: 2, detectedBefore: 1 },
  });
  await story.do(2, "signe", acknowledge, {});
  await note(
    story,
    6,
    "signe",
    "The lag is normal. The alert compares with a board that was moved this morning.",
  );
  await story.do(8, "signe", cancel, {
    reason: "False alarm: the alert read an empty series. The rule is corrected.",
    mergedInto: null,
  });
  return story;
}
