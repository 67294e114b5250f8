import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { anIncidentInHand } from "./support/an-incident";
import { moveClock } from "./support/clock";
import { join, setUpAdministrator, type Person } from "./support/people";
import { press } from "./support/press";
import { pressAsOf } from "./support/press-as-of";
import { expectStepReady, pressForStep } from "./support/step-at-hand";
import { expect, test } from "./support/test";

const STEPS = Array.from({ length: 30 }, (_, index) => `Look at queue ${index + 1}`);

test("a press means the step on the card: others do not swap it, and no other lies above it", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const ben = await join(browser, console, ada, "Ben Cole", "responder");
  const key = await anIncidentInHand(ada.api, { title: "Exports stop half way", severity: 3 });
  await ada.api.call("POST", `/incidents/${key}/own-checklists`, { title: "Queues", steps: STEPS });
  for (const { page } of [ada, ben]) {
    await page.goto(`/incidents/${key}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  }
  await test.step("what somebody else has done stays on the card, and no key unticks it", async () => {
    const title = (await titleOf(ben.page).innerText()).trim();
    await ada.page.getByRole("button", { name: `Tick: ${title}: to do` }).click();
    await expect(cardOf(ben.page).getByText(/: done at/)).toBeVisible();
    await expect(titleOf(ben.page)).toHaveText(title);
    await ben.page.keyboard.press("t");
    await cardOf(ben.page).getByRole("button", { name: "Go on" }).click();
    await expect(titleOf(ben.page)).not.toHaveText(title);
    await expect(ben.page.getByRole("button", { name: `Untick: ${title}: done` })).toBeVisible();
  });

  await test.step("the card lies above the steps that scroll below it", async () => {
    await ada.page.getByRole("button", { name: "Tick: Look at queue 30" }).scrollIntoViewIfNeeded();
    const title = (await titleOf(ada.page).innerText()).trim();
    await expectStepReady(ada.page);
    await cardOf(ada.page).getByRole("button", { name: "Done" }).click();
    await expect(ada.page.getByText(`Done: ${title}`, { exact: true })).toBeVisible();
  });

  await test.step("a double click, a double tap and T T are one tick: the next step has to be read first", async () => {
    const { page } = ada;
    const ticked = page.getByRole("button", { name: /^Untick: Look at queue/ });
    const twice = [
      { width: 1280, pressed: cardOf(page).getByRole("button", { name: "Done" }) },
      { width: 1280, pressed: "t" },
      { width: 390, pressed: page.getByRole("button", { name: "Done", exact: true }) },
    ];
    await expect(ticked).toHaveCount(2);
    for (const [index, { width, pressed }] of twice.entries()) {
      await page.setViewportSize({ width, height: 800 });
      await expectStepReady(page);
      const title = (await titleOf(page).innerText()).trim();
      const at = Date.now();
      await pressAsOf(page, at, pressed);
      await expect(titleOf(page)).not.toHaveText(title);
      await expectStepReady(page);
      // The second one, pressed at once but heard only now: the machine was busy.
      const next = (await titleOf(page).innerText()).trim();
      await pressAsOf(page, at + 150, pressed);
      await page.setViewportSize({ width: 1280, height: 800 });
      await expect(ticked).toHaveCount(3 + index);
      await expect(titleOf(page)).toHaveText(next);
    }
    await page.getByRole("button", { name: "Tick: Look at queue 29: to do" }).dblclick();
    await expect(page.getByRole("button", { name: "Untick: Look at queue 29: done" })).toBeVisible();
    await expect(ticked).toHaveCount(6);
  });

  await test.step("an untick that was a slip is undone by one press", async () => {
    await ada.page.getByRole("button", { name: "Untick: Look at queue 29: done" }).click();
    await expect(ada.page.getByText("To do again: Look at queue 29")).toBeVisible();
    await ada.page.keyboard.press("z");
    await expect(ada.page.getByText("Undone: Look at queue 29 is done again")).toBeVisible();
    await expect(ada.page.getByRole("button", { name: "Untick: Look at queue 29: done" })).toBeVisible();
  });
});

test("three people walk two runbooks: in order, each where they work, and told of what they are given", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const ben = await join(browser, console, ada, "Ben Cole", "responder");
  const cleo = await join(browser, console, ada, "Cleo Marsh", "responder");
  const importJob = await published(ada, "e2e/fixtures/import-job.md");
  const failOver = await published(ada, "e2e/fixtures/fail-over.md");
  const key = await anIncidentInHand(ada.api, { title: "Imports stop", runbookVersionId: importJob });
  const all = [ada, ben, cleo];
  for (const { page } of all) {
    await page.goto(`/incidents/${key}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  }

  await test.step("a chart is offered one step at a time, to those who take part", async () => {
    await expect(titleOf(ben.page)).toHaveText("job is late");
    await pressForStep(ada.page, "t");
    await expect(titleOf(ada.page)).toHaveText("show <job_id>");
    await expect(cardOf(ada.page).getByText("The next open step where you work.")).toBeVisible();
    for (const { page, api } of [ben, cleo]) {
      await api.call("PUT", `/incidents/${key}/participants/me`);
      await cardOf(page).getByRole("button", { name: "Go on" }).click();
      await expect(titleOf(page)).toHaveText("show <job_id>");
      await expect(cardOf(page).getByText("Open, and offered to others who are here, too.")).toBeVisible();
    }
    await picture(cleo.page, "next-shared");
    await expectStepReady(ben.page);
    await ben.page.getByRole("button", { name: "Take", exact: true }).first().click();
    await expect(cardOf(ada.page).getByText("Ben has it now.")).toBeVisible();
    await ada.page.keyboard.press("j");
    await expect(cardOf(ada.page).getByText("Ben has “show <job_id>”.")).toBeVisible();
    await picture(ada.page, "next-nothing");
  });

  await test.step("what is chosen by hand says so, and what comes before it", async () => {
    await cleo.page.getByRole("button", { name: "input valid?", exact: true }).click();
    await expect(cardOf(cleo.page).getByText("You chose it. “show <job_id>” comes before it.")).toBeVisible();
    await picture(cleo.page, "next-chosen");
  });

  await test.step("who works in a runbook stays there, tick after tick", async () => {
    await ada.api.call("POST", `/incidents/${key}/checklists`, { runbookVersionId: failOver });
    await pressForStep(ben.page, "t");
    await expect(titleOf(ben.page)).toHaveText("input valid?");
    await ada.page.getByRole("button", { name: /^Say in #orders/ }).click();
    await expect(cardOf(ada.page).getByText("You chose it.", { exact: true })).toBeVisible();
    await pressForStep(ada.page, "t");
    await expect(titleOf(ada.page)).toHaveText(/^Read the lag/);
    await expect(cardOf(ada.page).getByText("The next open step where you work.")).toBeVisible();
    await picture(ada.page, "next-stays");
  });

  await test.step("a step that is given is named, and one press away in the room itself", async () => {
    const row = ada.page.getByRole("listitem").filter({ hasText: "With two people" }).last();
    await row.getByRole("button", { name: /^More for:/ }).click();
    await ada.page.getByRole("menuitem", { name: "Cleo Marsh" }).click();
    const { page } = cleo;
    await expect(page.getByText(/Ada Okoye gave you a step in INC-1: With two people/)).toBeVisible();
    await picture(page, "next-given");
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "next-given-390");
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("link", { name: "Go to the step" }).click();
    await expect(titleOf(page)).toHaveText(/^With two people/);
    await expect(cardOf(page).getByText("It was given to you.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to the step" })).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}$`));
    await picture(page, "next-given-there");
  });
});

test("alternatives are a choice: nothing ticks one before it is picked, and the others stay one press away", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const runbook = await published(ada, "e2e/fixtures/queue-choices.md");
  const key = await anIncidentInHand(ada.api, { title: "Jobs wait", runbookVersionId: runbook });
  const { page } = ada;
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  const options = cardOf(page).getByRole("group", { name: "One of these is enough" });
  const option = (name: string) => options.getByRole("button", { name });

  await test.step("the card asks which one, and has nothing to tick", async () => {
    await expect(titleOf(page)).toHaveText("One of these is enough");
    await expect(options.getByRole("button")).toHaveCount(3);
    await expect(option("If it is a poison message, purge it")).toContainText("Deletes what it names.");
    await expect(cardOf(page).getByRole("button", { name: "Done" })).toHaveCount(0);
    await picture(page, "next-choice");
    await page.keyboard.press("t");
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("button", { name: "Done", exact: true })).toHaveCount(0);
    await picture(page, "next-choice-390");
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("the one that is picked is the step of the card, and the others are one press away", async () => {
    await option("If consumers are slow, scale them").click();
    await expect(titleOf(page)).toHaveText("If consumers are slow, scale them");
    await expect(option("If consumers are slow, scale them")).toHaveAttribute("aria-pressed", "true");
    await expect(option("If consumers are slow, scale them")).toBeFocused();
    await page.keyboard.press("3");
    await expect(titleOf(page)).toHaveText("Restart the broker");
    await picture(page, "next-picked");
    await expectAccessible(page);
    await pressForStep(page, "t");
    await expect(page.getByText("Done: Restart the broker", { exact: true })).toBeVisible();
    await expect(titleOf(page)).toHaveText("Say that it is over.");
  });

  await test.step("a question that comes then is named, not its first answer", async () => {
    await expect(cardOf(page).getByRole("button", { name: /^Then/ })).toHaveText(
      "Then Is anything left in the queue?",
    );
  });

  await test.step("the runbook as it is walked, and whom it names, are one press away", async () => {
    await page.getByRole("button", { name: "Contacts", exact: true }).click();
    const contacts = page.getByRole("dialog", { name: "Contacts" });
    await expect(contacts.getByText("The queue does not drain")).toBeVisible();
    await expect(contacts.getByText("Payments lead, 30 min")).toBeVisible();
    await picture(page, "room-contacts");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Runbook: Jobs wait, version 1" }).click();
    await expect(page.getByText("Ask in #queue before you restart anything.")).toBeVisible();
    await expect(page.getByRole("cell", { name: "Payments lead" })).toBeVisible();
  });
});

test("ways with steps of their own: one is begun and walked, and the other is not needed", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const runbook = await published(ada, "e2e/fixtures/ways-back.md");
  const key = await anIncidentInHand(ada.api, { title: "Orders late", runbookVersionId: runbook });
  const { page } = ada;
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  const options = cardOf(page).getByRole("group", { name: "One of these is enough" });

  await test.step("the card asks which one, and says when each fits", async () => {
    await expect(options.getByRole("button")).toHaveCount(2);
    await expect(options.getByRole("button", { name: "Option A" })).toContainText("if the queue grows");
    await expect(cardOf(page).getByText("Ask in #orders before you change anything.")).toBeVisible();
    await expect(options.getByRole("button", { name: "Option B" })).toContainText("if the same message");
    await picture(page, "next-ways");
    await expectAccessible(page);
  });

  await test.step("the one that is begun is walked step by step, then ended", async () => {
    await page.keyboard.press("1");
    await expect(titleOf(page)).toHaveText("Option A: restart the consumer");
    await expect(cardOf(page).getByRole("button", { name: "Done" })).toHaveCount(0);
    await picture(page, "next-way-picked");
    await pressForStep(page, "t");
    await expect(titleOf(page)).toHaveText("Tell #orders that messages come late.");
    await pressForStep(page, "t");
    await expect(titleOf(page)).toHaveText("Restart it:");
    await expect(cardOf(page).getByText("rollout restart deploy/consumer")).toBeVisible();
    await expect(cardOf(page).getByText("one of those that the first command lists")).toBeVisible();
    await picture(page, "next-way-part");
    await expectAccessible(page);
    await cardOf(page).getByRole("button", { name: "Copy command 1" }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe("kubectl -n orders get pods");
    await cardOf(page).getByRole("button", { name: "Copy command 3" }).click();
    await expect(cardOf(page).getByText("Fill in pod first")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Next for you" }).click();
    await pressForStep(page, "t");
    await expect(titleOf(page)).toHaveText("Option A: restart the consumer");
    await picture(page, "next-way-ended");
    await pressForStep(page, "s");
    const why = page.getByLabel("Why is it skipped?");
    await why.fill("The queue is empty again");
    await page.keyboard.press("Escape");
    await expect(why).toBeHidden();
    await page.keyboard.press("s");
    await expect(why).toHaveValue("The queue is empty again");
    await page.keyboard.press("Escape");
    await expect(why).toBeHidden();
    await pressForStep(page, "t");
    await expect(titleOf(page)).toHaveText("Watch the queue for ten minutes.");
    await expect(page.getByText("done, one was enough")).toBeVisible();
  });

  await test.step("what is for when that did not work is offered to nobody, and says so", async () => {
    await pressForStep(page, "t");
    await expect(
      cardOf(page).getByText(
        "All steps are done. “If that does not help” is for when that did not work: begin it by hand.",
      ),
    ).toBeVisible();
    await picture(page, "next-stands-by");
    await expectAccessible(page);
  });
});

test("what somebody began and has no more is gone on with by who is here", async ({ browser, console }) => {
  const ada = await setUpAdministrator(browser, console);
  const ben = await join(browser, console, ada, "Ben Cole", "responder");
  const runbook = await published(ada, "e2e/fixtures/ways-back.md");
  const key = await anIncidentInHand(ada.api, { title: "Orders late", runbookVersionId: runbook });
  for (const { page } of [ada, ben]) {
    await page.goto(`/incidents/${key}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  }
  const begin = async () => {
    await ben.page.keyboard.press("1");
    await pressForStep(ben.page, "t");
    await expect(titleOf(ben.page)).toHaveText("Tell #orders that messages come late.");
  };
  const timeline = ada.page.getByRole("complementary", { name: "Timeline" });
  const leftWords = cardOf(ada.page).getByText(/^Ben began it at \d\d:\d\d, and nobody has it now\.$/);
  const goOnHere = async () => {
    await ada.page.reload();
    await expect(ada.page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(titleOf(ada.page)).toHaveText("Option A: restart the consumer");
    await expect(leftWords).toBeVisible();
  };

  await test.step("leaving says that steps are given back, and which", async () => {
    await begin();
    const people = ben.page.getByRole("region", { name: "People" });
    await people.getByRole("button", { name: /Ben/ }).click();
    const leave = ben.page.getByRole("menuitem", { name: "Leave the incident" });
    await expect(leave).toContainText("Gives back: Option A: restart the consumer");
    await picture(ben.page, "next-leave");
    await leave.click();
    await expect(timeline.getByText("gave back Option A: restart the consumer")).toBeVisible();
    await expect(timeline.getByText("left the incident")).toBeVisible();
  });

  await test.step("the way is offered to go on with, and no other; one press takes it over", async () => {
    await goOnHere();
    await picture(ada.page, "next-left");
    await ada.page.setViewportSize({ width: 390, height: 844 });
    await picture(ada.page, "next-left-390");
    await expectAccessible(ada.page);
    await ada.page.setViewportSize({ width: 1280, height: 800 });
    await expectStepReady(ada.page);
    await cardOf(ada.page).getByRole("button", { name: "Take over" }).click();
    await expect(titleOf(ada.page)).toHaveText("Tell #orders that messages come late.");
    await ada.page.getByRole("button", { name: "Option A: restart the consumer", exact: true }).click();
    await expect(cardOf(ada.page).getByText(/^You have it\. Ben began it at/)).toBeVisible();
  });

  await test.step("what is in somebody's hands is taken over from them, also when they are deactivated", async () => {
    await ben.page.getByRole("button", { name: "Option A: restart the consumer", exact: true }).click();
    await expectStepReady(ben.page);
    await cardOf(ben.page).getByRole("button", { name: "Take over" }).click();
    await expect(timeline.getByText("took Option A: restart the consumer over from you")).toBeVisible();
    const { people } = await ada.api.call<{ people: { id: string; name: string }[] }>("GET", "/directory");
    const id = people.find(({ name }) => name === "Ben Cole")?.id;
    await ada.api.call("POST", `/people/${id}/deactivation`);
    await goOnHere();
    await cardOf(ada.page).getByRole("button", { name: "Take over" }).click();
    await expect(timeline.getByText("took Option A: restart the consumer over from Ben")).toBeVisible();
  });
});

test("what the rest waits for is taken over from who is not here", async ({ browser, console }) => {
  const ada = await setUpAdministrator(browser, console);
  const ben = await join(browser, console, ada, "Ben Cole", "responder");
  const key = await anIncidentInHand(ada.api, { title: "Exports stop" });
  await ada.api.call("POST", `/incidents/${key}/own-checklists`, { title: "Queues", steps: ["Look at it"] });
  const { page } = ada;
  await page.goto(`/incidents/${key}`);
  await expect(titleOf(page)).toHaveText("Look at it");
  const row = page.getByRole("listitem").filter({ hasText: "Look at it" }).last();
  const itemId = (await row.getAttribute("id"))?.replace("step-", "");
  const take = { state: "in_progress", expected: "todo", note: null, occurredAt: null };
  await ben.api.call("PUT", `/steps/${itemId}/state`, take);
  await moveClock(console.databaseUrl, 4);
  await page.reload();
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await expect(cardOf(page).getByText(/^No step is open for you now: Ben has “Look at it”\./)).toBeVisible();
  await expect(cardOf(page).getByText("Ben is not here.")).toBeVisible();
  // Who is here is not known while nothing is heard.
  await page.context().setOffline(true);
  await expect(page.getByText(/^Not live since/).first()).toBeVisible();
  await expect(cardOf(page).getByText("Ben is not here.")).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(cardOf(page).getByText("Ben is not here.")).toBeVisible();
  await picture(page, "next-away");
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, "next-away-390");
  await expectAccessible(page);
  await cardOf(page).getByRole("button", { name: "Take it over" }).click();
  await expect(titleOf(page)).toHaveText("Look at it");
  await expect(cardOf(page).getByText(/^You have it\. Ben began it at \d\d:\d\d\.$/)).toBeVisible();
  await picture(page, "next-taken-over-390");
});

test("a question in a list is answered by what stands below it, and not ticked itself", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const source = [
    ...["# Exports stop", "", "## Look", ""],
    ...[
      "1. Is the disk of the exporter full?",
      "   - Yes: delete old exports",
      "   - No: look at the writer",
    ],
    "2. Say that it is over.",
  ].join("\n");
  const runbook = await ada.api.call<{ versionId: string }>("POST", "/runbooks", { source });
  const key = await anIncidentInHand(ada.api, { title: "Exports stop", runbookVersionId: runbook.versionId });
  const { page } = ada;
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await expect(titleOf(page)).toHaveText("Is the disk of the exporter full?");
  await expect(cardOf(page).getByRole("button", { name: "Done" })).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, "next-question");
  await page.keyboard.press("1");
  await expect(titleOf(page)).toHaveText("Yes: delete old exports");
  await pressForStep(page, "t");
  await expect(titleOf(page)).toHaveText("Say that it is over.");
  const row = page.getByRole("listitem").filter({ hasText: "Is the disk of the exporter full?" }).last();
  await expect(row).toContainText("answered");
  await picture(page, "next-answered");
});

test("steps that are written in the room keep what was typed, have their commands, and are told in plain words", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const key = await anIncidentInHand(ada.api, { title: "Exports stop" });
  const { page } = ada;
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /^Add a checklist/ }).click();
  const dialog = page.getByRole("dialog", { name: "Add a checklist" });
  const tab = (name: string) => dialog.getByRole("tab", { name });
  const steps = dialog.getByRole("textbox", { name: "Steps" });
  await tab("Own steps").click();
  await dialog.getByLabel("Title").fill("By hand");
  await steps.fill("Look at the pods: `kubectl get pods`\n\nTell support");
  await tab("From a runbook").click();
  await expect(dialog.getByLabel("Find a runbook")).toBeVisible();
  await tab("Own steps").click();
  await expect(dialog.getByLabel("Title")).toHaveValue("By hand");
  await steps.press("ControlOrMeta+Enter");
  await expect(dialog).toBeHidden();
  await expect(titleOf(page)).toHaveText("Look at the pods");
  await expect(cardOf(page).getByText("kubectl get pods")).toBeVisible();
  await pressForStep(page, "t");
  const timeline = page.getByRole("complementary", { name: "Timeline" });
  await expect(timeline.getByText("Look at the pods: kubectl get pods", { exact: true })).toBeVisible();
});

test("with every step done the card says what is open all the same; who may only look is told so", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const vera = await join(browser, console, ada, "Vera Noll", "viewer");
  const key = await anIncidentInHand(ada.api, { title: "Exports stop half way", severity: 3 });
  await ada.api.call("POST", `/incidents/${key}/own-checklists`, { title: "Queues", steps: ["Look at it"] });
  await vera.page.goto(`/incidents/${key}`);
  const watched = vera.page.getByRole("region", { name: "Next", exact: true });
  await expect(watched.getByText(/^You watch\. Open, and offered to others who are here/)).toBeVisible();
  await ada.page.goto(`/incidents/${key}`);
  const { page } = ada;
  await press(page.getByRole("button", { name: "Tick: Look at it: to do" }));
  const card = cardOf(page);
  await expect(
    card.getByText(
      /^All steps are done\. Its status is still investigating; update 1 is due in \d\d:\d\d\.$/,
    ),
  ).toBeVisible();
  await expect(watched.getByText(/All steps are done\. Update 1 is due in/)).toBeVisible();
  await expect(watched.getByRole("link", { name: /Write update/ })).toBeHidden();
  await picture(page, "next-all-done");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, "next-all-done-390");
  await expectAccessible(page);

  await test.step("the commander's card names the exit criteria that are open, and decides them", async () => {
    await ada.api.call("POST", `/incidents/${key}/criteria`, { text: "Exports run to their end" });
    await expect(card.getByText("Exports run to their end")).toBeVisible();
    await expect(card.getByText(/^All steps are done\. 1 exit criterion is open; its status/)).toBeVisible();
    await expect(watched.getByText("Exports run to their end")).toBeHidden();
    await picture(page, "next-criteria-390");
    await card.getByRole("button", { name: "Met…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "It is met" }).click();
    await expect(card.getByText("Exports run to their end")).toBeHidden();
    await card.getByRole("button", { name: "Resolve…" }).click();
    await expect(page.getByRole("dialog", { name: `Resolve ${key}` })).toBeVisible();
    await page.keyboard.press("Escape");
  });
  await card.getByRole("link", { name: "Write update 1" }).click();
  await page.waitForURL(/\/update$/);
});

function cardOf(page: Page) {
  return page.getByRole("region", { name: "Next for you" });
}

function titleOf(page: Page) {
  return cardOf(page).getByRole("heading", { level: 3 });
}

async function published({ api }: Person, file: string): Promise<string> {
  const source = readFileSync(file, "utf8");
  return (await api.call<{ versionId: string }>("POST", "/runbooks", { source })).versionId;
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/${name}.png` });
}
