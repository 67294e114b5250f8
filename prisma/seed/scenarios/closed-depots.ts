import { startRunbook } from "@/lib/checklists/start-sections";
import { acceptOffer } from "@/lib/incidents/answer-offer";
import { acknowledge } from "@/lib/incidents/acknowledge";
import { editFacts } from "@/lib/incidents/edit-facts";
import { join } from "@/lib/incidents/join";
import { offerCommand } from "@/lib/incidents/offer-command";
import { close } from "@/lib/room/close";
import { criterion, move, note, resolved, seat, tick, update } from "../world/acts";
import { decide, followUp, submit, write } from "../world/review";
import { Story } from "../world/story";
import { named, type World } from "../world/world";

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * A long one: severity raised, command handed over, an update late and one missed, a criterion waived, the summary
 * returned once and then signed off.
 */
export async function anIncidentWithEverything(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{ ago: 12 * DAY, by: "leila", title: "Route planner sends parcels to closed depots", severity: 3 },
    ...{ services: ["route-planner", "driver-app"], detection: "dashboard", detectedBefore: 12 },
  });
  await night(story);
  await morning(story);
  await reviewed(story);
  return story;
}

async function night(story: Story): Promise<void> {
  const { world } = story;
  await story.do(4, "leila", acknowledge, {});
  await story.do(6, "kenji", join, {});
  await note(story, 9, "kenji", "All wrong routes go over depots that closed for the holiday.");
  await story.do(12, "leila", editFacts, {
    changes: { severity: { from: 3, to: 1 } },
    reason: "Every third parcel of tonight is affected, not a few.",
  });
  const { versionId } = named(world.runbooks, "orchestrator-incident-response");
  await story.do(13, "leila", startRunbook, { runbookVersionId: versionId });
  await seat(story, 14, "leila", "rhea", "communications_lead");
  await tick(story, 16, "kenji", "Acknowledge it in");
  await tick(story, 18, "kenji", "Write down when it began");
  await update(story, 26, "rhea", {
    current: "A third of tonight's parcels were routed over depots that are closed.",
    progress: "The planner reads the calendar of last year. We look for where it comes from.",
  });
  await move(story, 33, "leila", "mitigating");
  await update(story, 52, "rhea", {
    current: "New routes avoid the closed depots. 2,400 parcels on the road must be turned round.",
    progress: "The calendar of this year is in place.",
    blockers: "Drivers already on the road get no new route before their next stop.",
  });
}

async function morning(story: Story): Promise<void> {
  const { world } = story;
  await story.do(63, "leila", offerCommand, {
    personId: world.people.nikhil.id,
    note: "Morning shift, please.",
  });
  await story.do(65, "nikhil", acceptOffer, {});
  await note(story, 71, "nikhil", "Depots in the north open one hour early to take what arrives.");
  await update(story, 90, "rhea", {
    current: "1,700 of 2,400 parcels are turned round. No new ones go wrong.",
    progress: "Depots in the north open early.",
  });
  await move(story, 96, "nikhil", "monitoring");
  await update(story, 103, "rhea", { current: "2,250 of 2,400 parcels are turned round." });
  await criterion(story, 108, "kenji", "The end-to-end regression suite", "met");
  await criterion(
    story,
    109,
    "nikhil",
    "The fuzz tests",
    "waived",
    "The planner's contract was not concerned.",
  );
  await criterion(story, 111, "kenji", "Prometheus is back", "met");
  await resolved(story, 114, "nikhil", {
    current: "All routes are right. 150 parcels arrive a day late; their senders were told.",
  });
}

async function reviewed(story: Story): Promise<void> {
  await write(story, DAY, "leila", {
    impact:
      "2,400 parcels were sent towards depots that were closed for the holiday; 150 arrived a day late.",
    rootCause: "The planner loads the calendar of depots once, at its start, and had run since December.",
    remediation: "Loaded the calendar of this year, planned again, turned trucks round by telephone.",
  });
  await write(story, DAY + 3 * HOUR, "nikhil", {
    wentWell: "Hand-over in the middle of the night took two minutes: the brief had all that was needed.",
  });
  await followUp(story, DAY + 4 * HOUR, "nikhil", {
    ...{
      title: "Reload the calendar of depots every night",
      kind: "prevent",
      owner: "leila",
      dueIn: -4,
      done: true,
    },
  });
  await followUp(story, DAY + 4 * HOUR, "nikhil", {
    ...{ title: "Send new routes to drivers on the road", kind: "mitigate", owner: "seun", dueIn: -1 },
  });
  await submit(story, DAY + 5 * HOUR, "nikhil");
  await decide(
    story,
    2 * DAY,
    "priscila",
    "returned",
    "Why did nobody see it before the trucks left? Say it in the impact.",
  );
  await write(story, 2 * DAY + 2 * HOUR, "leila", {
    impact:
      "2,400 parcels were sent towards depots that were closed for the holiday; 150 arrived a day late. The board shows planned stops, not open ones: nobody could see it before the first driver called.",
  });
  await submit(story, 2 * DAY + 3 * HOUR, "leila");
  await decide(story, 3 * DAY, "priscila", "signed_off");
  await story.do(3 * DAY + 20, "tomasz", close, { reason: null });
}
