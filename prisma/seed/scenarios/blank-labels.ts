import { acknowledge } from "@/lib/incidents/acknowledge";
import { join } from "@/lib/incidents/join";
import { close } from "@/lib/room/close";
import { criterion, move, note, resolved, seat, step, tick, update } from "../world/acts";
import { decide, followUp, submit, write } from "../world/review";
import { Story } from "../world/story";
import type { World } from "../world/world";

const HOUR = 60;
const DAY = 24 * HOUR;

/** Told to its end: resolved, signed off at once, closed, follow-ups done. */
export async function aClosedIncident(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{
      ago: 24 * DAY,
      by: "seun",
      commander: "signe",
      title: "Labels come out blank in Rotterdam",
      severity: 2,
    },
    ...{ services: ["labels", "depot-scanners"], runbook: "depot-printing", detection: "colleague" },
    ...{ startedBefore: 22, detectedBefore: 5 },
  });
  await atTheDepot(story);
  await write(story, 5 * HOUR, "signe", {
    impact:
      "Rotterdam printed blank labels for 74 minutes. 1,130 parcels left the belt without one; 41 missed their truck.",
    rootCause:
      "Template 88 set the text colour from a variable that the depot's older printers do not know, and they print such text in white.",
    remediation: "Pinned template 87, labelled the parcels again from the list in the portal.",
    wentWell:
      "The shift lead called within five minutes. Going back to the earlier template took one command.",
  });
  await followUp(story, 6 * HOUR, "signe", {
    ...{ title: "Print a test label on each printer model before a template goes out", kind: "prevent" },
    ...{ owner: "seun", dueIn: -10, done: true },
  });
  await followUp(story, 6 * HOUR + 49 * HOUR, "signe", {
    ...{ title: "Count blank labels at the belt's camera", kind: "detect", owner: "kenji", dueIn: 12 },
  });
  await submit(story, 3 * DAY - 2 * HOUR, "signe");
  await decide(
    story,
    3 * DAY - 1 * HOUR,
    "tomasz",
    "signed_off",
    "Clear. The test labels are the right answer.",
  );
  await story.do(3 * DAY, "signe", close, { reason: null });
  return story;
}

async function atTheDepot(story: Story): Promise<void> {
  await story.do(2, "signe", acknowledge, {});
  await seat(story, 3, "signe", "hanneke", "communications_lead");
  await tick(story, 5, "seun", "Ask the shift leads", "Lines 1 to 4; line 5 has new printers and is fine.");
  await story.do(6, "kenji", join, {});
  await tick(story, 8, "kenji", "Print the test label", "Blank as well.");
  await update(story, 13, "hanneke", {
    current: "Four of five lines in Rotterdam print blank labels. Parcels wait on the belt.",
    progress: "We compare today's template with yesterday's.",
  });
  await tick(story, 16, "kenji", "Compare its version", "88 went out 20 minutes before it began.");
  await move(story, 18, "signe", "mitigating");
  await step(story, 19, "signe", "Go back to the template", "in_progress");
  await tick(story, 22, "signe", "Go back to the template");
  await move(story, 24, "signe", "monitoring");
  await update(story, 27, "hanneke", {
    current: "All lines print again, with yesterday's template.",
    progress: "1,130 parcels without a label are being found.",
  });
  await step(story, 29, "signe", "Print from the neighbouring", "skipped", "Not needed any more.");
  await criterion(story, 30, "seun", "Every line prints", "met");
  await update(story, 40, "hanneke", { current: "900 of 1,130 parcels have their label." });
  await note(story, 46, "seun", "41 parcels missed the truck of 06:00 and go with the next.");
  await criterion(story, 50, "seun", "Parcels that left without", "met", "All 1,130 found.");
  await resolved(story, 52, "signe", { current: "All lines print, and every parcel has its label." });
}
