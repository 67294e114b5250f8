import { acknowledge } from "@/lib/incidents/acknowledge";
import { join } from "@/lib/incidents/join";
import { criterion, move, note, resolved, seat, step, tick, update } from "../world/acts";
import { decide, followUp, submit, write } from "../world/review";
import { Story } from "../world/story";
import type { World } from "../world/world";

const HOUR = 60;
const DAY = 24 * HOUR;

/** Resolved, its summary with the manager, who is late with it. */
export async function aSummaryInReview(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{
      ago: 4 * DAY,
      by: "nikhil",
      commander: "nikhil",
      title: "Every third card is declined in Portugal",
      severity: 2,
    },
    ...{
      services: ["payments"],
      runbook: "payments-fail",
      detection: "customer",
      startedBefore: 48,
      detectedBefore: 9,
    },
  });
  await story.do(1, "nikhil", acknowledge, {});
  await seat(story, 2, "nikhil", "hanneke", "communications_lead");
  await tick(story, 4, "nikhil", "Open the board", "34 % in Portugal, normal elsewhere.");
  await tick(story, 6, "nikhil", "Count the timeouts");
  await update(story, 12, "hanneke", {
    current: "Every third card payment from Portugal is declined by the provider.",
  });
  await story.do(15, "seun", join, {});
  await tick(
    story,
    18,
    "seun",
    "Search the gateway",
    "No signature errors; the provider answers 'issuer unknown'.",
  );
  await move(story, 21, "nikhil", "mitigating");
  await tick(story, 24, "seun", "Move payments to the second", "For Portugal only.");
  await update(story, 26, "hanneke", {
    current: "Portugal pays through the second provider; declines are back to normal.",
  });
  await move(story, 28, "nikhil", "monitoring");
  await criterion(story, 38, "seun", "Fewer than 0.5", "met");
  await criterion(story, 39, "hanneke", "Support knows", "met");
  await criterion(
    story,
    40,
    "nikhil",
    "Bookings without",
    "waived",
    "None was left: declined bookings do not exist.",
  );
  await resolved(story, 41, "nikhil", {
    current: "Card payments from Portugal work, through the second provider.",
  });
  await write(story, 4 * HOUR, "nikhil", {
    impact:
      "612 customers in Portugal could not pay by card for an hour and a half; 390 of them booked later.",
    rootCause: "The provider's list of Portuguese issuers was cut off at a letter during their update.",
    remediation: "Portugal goes through the second provider until the list is whole again.",
    wentWell: "Moving one country only took a minute, since the last incident had made that possible.",
  });
  await followUp(story, 5 * HOUR, "nikhil", {
    ...{ title: "Alert on declines by country, not in all", kind: "detect", owner: "nikhil", dueIn: 6 },
  });
  await followUp(story, 5 * HOUR, "nikhil", {
    title: "Ask Acquira to announce changes of issuer lists",
    kind: "process",
  });
  await submit(story, 6 * HOUR, "nikhil");
  return story;
}

/** Resolved, its summary returned with a comment. */
export async function aReturnedSummary(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{
      ago: 6 * DAY,
      by: "callum",
      commander: "leila",
      title: "Driver app signs everybody out",
      severity: 2,
    },
    ...{ services: ["driver-app"], detection: "customer", startedBefore: 6, detectedBefore: 3 },
  });
  await story.do(3, "leila", acknowledge, {});
  await note(story, 8, "leila", "A certificate of the sign-in service ran out at midnight.");
  await update(story, 14, "leila", { current: "All drivers are signed out; they go on with printed lists." });
  await move(story, 16, "leila", "mitigating");
  await update(story, 29, "leila", {
    current: "The new certificate is in place. Drivers can sign in again.",
  });
  await move(story, 30, "leila", "monitoring");
  await resolved(story, 48, "leila", {
    current: "98 % of the drivers are signed in. The others are off shift.",
  });
  await write(story, 20 * HOUR, "leila", {
    impact: "All 3,100 drivers were signed out for 40 minutes.",
    rootCause: "A certificate ran out.",
    remediation: "A new certificate was installed.",
    wentWell: "Depots had printed lists at hand.",
  });
  await followUp(story, 21 * HOUR, "leila", {
    title: "Renew certificates by machine",
    kind: "prevent",
    owner: "callum",
  });
  await submit(story, 22 * HOUR, "leila");
  await decide(
    story,
    2 * DAY,
    "tomasz",
    "returned",
    "“A certificate ran out” is what happened, not why. Who renews it, and why did no alert come?",
  );
  return story;
}

/** Resolved two days ago; somebody has begun to write. */
export async function aSummaryInDraft(world: World): Promise<Story> {
  const story = await Story.begin(world, {
    ...{
      ago: 2 * DAY,
      by: "hanneke",
      title: "Tracking page shows parcels where they were yesterday",
      severity: 3,
    },
    ...{
      services: ["tracking", "customer-portal"],
      runbook: "tracking-stale",
      detection: "customer",
      startedBefore: 130,
    },
  });
  await story.do(5, "signe", acknowledge, {});
  await tick(story, 9, "signe", "Note the lag", "tracking-projector: 9 hours on partition 3.");
  await step(story, 12, "hanneke", "Ask two depots", "skipped", "The lag is ours, not theirs.");
  await move(story, 17, "signe", "mitigating");
  await step(
    story,
    18,
    "signe",
    "Scale the projector out",
    "failed",
    "Partition 3 does not move with more replicas.",
  );
  await update(story, 28, "signe", { current: "Parcels of one partition of eight show old positions." });
  await tick(
    story,
    33,
    "signe",
    "Scale the projector out",
    "Restarted the consumer of partition 3 only: the lag falls.",
  );
  await move(story, 38, "signe", "monitoring");
  await criterion(story, 51, "signe", "The lag of every consumer", "met");
  await criterion(story, 55, "hanneke", "No parcel of today", "met");
  await resolved(story, 57, "signe", { current: "All positions are from the last two minutes." });
  await write(story, 6 * HOUR, "signe", {
    impact:
      "One parcel in eight showed a position of the day before, for about three hours. 210 customers asked.",
    rootCause:
      "A message that could not be read stopped the consumer of partition 3, which tried it again for ever.",
  });
  return story;
}
