import { button, entryMenu, inDialog, inRoom, key, menu, NOTE, ROOM, type Screen } from "./screen";

const addChecklist = menu(/^Add a checklist/);

/** Rooms in every state, and what the commander opens over one. */
export const roomScreens: Screen[] = [
  { name: "a room with an overdue update", path: ROOM, shows: /overdue/ },
  {
    name: "a room without a checklist",
    path: "/incidents/{Confirmation mails are an hour late}",
    shows: "No checklist yet",
  },
  { name: "a resolved room", path: "/incidents/{Driver app signs everybody out}", shows: "Resolved" },
  { name: "a closed room", path: "/incidents/{Labels come out blank in Rotterdam}", shows: "Closed" },
  {
    name: "a cancelled room",
    path: "/incidents/{Tracking lag above the limit in all regions}",
    shows: "Cancelled",
  },
  { name: "a drill's room", path: "/incidents/{Practice: tracking stands still}", shows: /drill/i },
  inRoom("the room's menu", "Change facts…", button("More actions")),
  inRoom("declaring", "Declare an incident", key("d")),
  inRoom("declaring with errors", "Give it a title: what is broken, for whom.", async (page) => {
    await page.keyboard.press("d");
    await inDialog(page, "Declare");
  }),
  inRoom("finding a runbook while declaring", "Payments fail", async (page) => {
    await page.keyboard.press("d");
    await page.getByLabel(/Begin with a runbook/).fill("payments");
  }),
  inRoom("moving the status", "Move status", key("m")),
  inRoom("handing over", "They get this brief", key("h")),
  inRoom("changing facts", /^Change facts of/, menu(/^Change facts/)),
  inRoom("changing the severity", /^Severity of/, menu(/^Change severity/)),
  inRoom("resolving, which is blocked", /Resolve INC/, menu(/^Resolve/)),
  inRoom("cancelling", /The clock stops/, menu(/^Cancel/)),
  inRoom("adding a checklist", "Find a runbook", addChecklist),
  inRoom("choosing sections", /^Start \d+ sections?$/, async (page) => {
    await addChecklist(page);
    await page.getByRole("dialog").getByRole("listitem").first().getByRole("button").click();
  }),
  inRoom("writing a checklist", "One a line;", async (page) => {
    await addChecklist(page);
    await page.getByRole("dialog").getByRole("tab", { name: "Own steps" }).click();
  }),
  inRoom("an incident's webhooks", "Nowhere else.", menu(/^Webhooks/)),
  inRoom("skipping a step", "Why is it skipped?", key("s")),
  inRoom("skipping a step without a reason", "Write a few words.", async (page) => {
    await page.keyboard.press("s");
    await inDialog(page, "Skip");
  }),
  inRoom("waiving an exit criterion", "Waive an exit criterion", button("Waive…")),
  inRoom("the list of keys", "They work on this screen, except while you type.", key("?")),
  inRoom("the palette", "Write the next update", key("ControlOrMeta+k")),
  inRoom("contacts", /^Who takes part in/, button("Contacts")),
  inRoom("adding somebody", "Add somebody", button("Add somebody to the incident")),
  inRoom("an entry's menu", "Copy link", button(/^Entry \d+: actions/)),
  inRoom("correcting an entry", "What it should say", entryMenu(/^Correct…/, NOTE)),
  inRoom("putting a time right", /^When it happened/, entryMenu(/^Put the time right/, NOTE)),
  inRoom("correcting an update", "What was wrong, and what is right", button(/^Correct update/)),
];
