import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { aDeclaredIncident } from "./support/an-incident";
import { join, setUpAdministrator } from "./support/people";
import { slowly } from "./support/slowly";
import { expect, test } from "./support/test";

const read = (name: string) => readFileSync(`e2e/fixtures/${name}.md`, "utf8");

test("a room says who is asked to command, keeps two runbooks apart, and dialogs hear ⌘↵ wherever the focus is", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const elias = await join(browser, console, ada, "Elias Brandt", "responder");
  const { id: meId } = await elias.api.call<{ id: string }>("GET", "/me");
  const queue = await ada.api.call<{ versionId: string }>("POST", "/runbooks", {
    source: read("queue-stuck"),
  });
  await ada.api.call("POST", "/runbooks", { source: read("fail-over") });
  const key = await aDeclaredIncident(ada.api, {
    title: "Jobs wait for an hour",
    runbookVersionId: queue.versionId,
    commanderId: meId,
  });
  const { page } = ada;
  const lists = page.getByRole("region", { name: "Checklists" });
  const people = (of: Page) => of.getByRole("region", { name: "People" });
  for (const each of [page, elias.page]) {
    await each.goto(`/incidents/${key}`);
    await expect(each.getByText("Live", { exact: true }).first()).toBeVisible();
  }

  await test.step("who is asked to command takes part from the start, on every screen", async () => {
    for (const each of [page, elias.page]) {
      await expect(people(each)).toContainText("2 of 2 here");
      await expect(people(each)).toContainText(/Elias.*asked to command/);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("button", { name: "Elias is asked" })).toBeVisible();
    await page.getByRole("button", { name: "People 2" }).click();
    await look(page, "room-people");
    await page.setViewportSize({ width: 1280, height: 800 });
    await elias.page.getByRole("link", { name: "My day" }).first().click();
    const waiting = elias.page.getByRole("region", { name: "Waiting for my answer" });
    await waiting.getByRole("button", { name: "I have command" }).click();
    await elias.page.waitForURL(new RegExp(`/incidents/${key}$`));
    await expect(people(page)).toContainText(/Elias.*commands/);
  });

  await test.step("a mention in the room itself leads to its entry, also where the timeline is another tab", async () => {
    const { id } = await ada.api.call<{ id: string }>("GET", "/me");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Now", exact: true }).click();
    const text = "Ada, the lag grows.";
    await elias.api.call("POST", `/incidents/${key}/notes`, { text, mentions: [id] });
    await page.getByRole("link", { name: "Show it" }).click();
    await expect(page.getByRole("complementary", { name: "Timeline" }).getByText(text)).toBeInViewport();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("who joins the console now has a name on screens that were open before, and can be chosen", async () => {
    const cleo = await join(browser, console, ada, "Cleo Marsh", "responder");
    await cleo.api.call("PUT", `/incidents/${key}/participants/me`);
    await expect(people(page)).toContainText("Cleo");
    await join(browser, console, ada, "Dana Ferro", "responder");
    await people(page).getByRole("button", { name: "Add somebody to the incident" }).click();
    const add = page.getByRole("dialog", { name: "Add somebody" });
    await add.getByLabel("Who: type a name").fill("Dana");
    await expect(add.getByRole("radio", { name: /Dana Ferro/ })).toBeVisible();
    // Who joins while the choice is open is looked for once more.
    await join(browser, console, ada, "Finn Aalto", "responder");
    await add.getByLabel("Who: type a name").fill("Finn");
    await expect(add.getByRole("radio", { name: /Finn Aalto/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await cleo.api.call("DELETE", `/incidents/${key}/participants/me`);
  });

  await test.step("the focus is back where it was once a checklist was started", async () => {
    const begun = elias.page
      .getByRole("region", { name: "Checklists" })
      .getByRole("button", { name: /^First look/ });
    await begun.focus();
    await lists.getByRole("button", { name: "Add", exact: true }).click();
    const add = page.getByRole("dialog", { name: "Add a checklist" });
    await add.getByRole("button", { name: /^Fail over/ }).click();
    await add.getByRole("button", { name: /^Start/ }).click();
    await expect(add).toBeHidden();
    await expect(lists.getByRole("button", { name: "Add", exact: true })).toBeFocused();
    // Where somebody else works nothing is made anew.
    await expect(elias.page.getByRole("heading", { name: /^Fail over/ })).toBeVisible();
    await expect(begun).toBeFocused();
  });

  const runbook = (name: RegExp) => lists.getByRole("button", { name });
  await test.step("each runbook has its title and version, and what is folded stays so until a step in it is next", async () => {
    await expect(lists.getByRole("heading", { level: 3 })).toHaveText([
      /Queue is stuck.*version 1/,
      /Fail over the orders database.*version 1/,
    ]);
    await look(page, "room-runbooks");
    const second = runbook(/^Fail over/);
    await second.click();
    await expect(second).toHaveAttribute("aria-expanded", "false");
    await page.reload();
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(second).toHaveAttribute("aria-expanded", "false");
    await goOnUntilOpen(page, second);
    await expect(lists.locator("[aria-current=step]")).toBeVisible();
  });

  await test.step("who puts notices and mentions away by keyboard does not lose the place", async () => {
    const mine = elias.page;
    await mine.goto("/");
    await expect(mine.getByText("Live", { exact: true })).toBeVisible();
    const closes = mine.getByRole("main").getByRole("button", { name: "Close", exact: true });
    const away = mine.getByRole("button", { name: `Put the mention in ${key} away` });
    for (const buttons of [closes, away]) {
      // The mention of a notice that was closed is gone once my day is read again.
      await expect(away).toHaveCount(0);
      for (const text of ["Elias, look at the lag.", "Elias, and at the queue."])
        await ada.api.call("POST", `/incidents/${key}/notes`, { text, mentions: [meId] });
      await expect(buttons).toHaveCount(2);
      await buttons.first().press("Enter");
      await expect(buttons).toHaveCount(1);
      await expect(buttons).toBeFocused();
      await mine.keyboard.press("Enter");
      await expect(buttons).toHaveCount(0);
      await expect(mine.getByRole("main")).toBeFocused();
    }
    await ada.api.call("POST", `/incidents/${key}/notes`, { text: "Elias, once more.", mentions: [meId] });
    await mine.route("**/dismissal", (route) => route.abort());
    await away.click();
    await expect(mine.getByText(/could not be reached/)).toBeVisible();
    await expect(mine.getByText("Mention put away")).toHaveCount(0);
    await expect(away).toBeVisible();
    await mine.unroute("**/dismissal");
  });

  await test.step("a mention is away at once and stays so while the console does not know yet; an undo is the last word", async () => {
    const mine = elias.page;
    const away = mine.getByRole("button", { name: `Put the mention in ${key} away` });
    const said = mine.getByText("Mention put away").locator("..");
    const puts = await slowly(mine, "**/dismissal", "PUT");
    await away.click();
    // While the pointer is there, what can be undone stays.
    await said.hover();
    await expect(away).toHaveCount(0);
    // What is read now still has it.
    await ada.api.call("POST", `/incidents/${key}/notes`, { text: "Elias, the disk.", mentions: [meId] });
    await expect(away).toHaveCount(1);
    await said.getByRole("button", { name: /^Undo/ }).click();
    const undone = mine.waitForResponse((response) => response.request().method() === "DELETE");
    puts.go();
    await undone;
    await expect(away).toHaveCount(2);
    const { mentions } = await elias.api.call<{ mentions: unknown[] }>("GET", "/me/day");
    expect(mentions).toHaveLength(2);
  });

  await test.step("a note of something earlier is added from the field of its time, too", async () => {
    await page.getByRole("textbox", { name: "Note" }).fill("The first customer called");
    await page.getByRole("button", { name: "Happened earlier…" }).click();
    await page.getByLabel(/^It happened/).focus();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByRole("complementary", { name: "Timeline" })).toContainText(
      "The first customer called",
    );
  });

  await test.step("on a phone the field for a note is within reach, however long the timeline is", async () => {
    for (let count = 0; count < 20; count += 1)
      await ada.api.call("POST", `/incidents/${key}/notes`, { text: `Rate ${count}` });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Timeline", exact: true }).click();
    await expect(page.getByText("Rate 19")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Note" })).toBeInViewport();
    await look(page, "room-timeline-phone");
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("an offer that is taken back while its brief is read says so, and nothing else slips under the hand", async () => {
    const { id: personId } = await ada.api.call<{ id: string }>("GET", "/me");
    await elias.api.call("PUT", `/incidents/${key}/command-offer`, { personId });
    await page.getByRole("button", { name: /^Answer/ }).click();
    const brief = page.getByRole("dialog", { name: /^Elias.* offers you command/ });
    await expect(brief).toBeVisible();
    await elias.api.call("DELETE", `/incidents/${key}/command-offer`);
    await expect(brief).toContainText("The offer stands no longer. Elias has command.");
    await brief.getByRole("button", { name: "Close" }).first().click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await elias.api.call("PUT", `/incidents/${key}/command-offer`, { personId });
    await elias.page.goto(`/incidents/${key}`);
    await expect(elias.page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(elias.page.getByRole("button", { name: "Take back" })).toBeVisible();
    await elias.page.keyboard.press("h");
    await expect(elias.page.getByRole("dialog", { name: /^Offered to Ada/ })).toBeVisible();
    await ada.api.call("PUT", `/incidents/${key}/command-offer/answer`, { answer: "declined", reason: null });
    await expect(elias.page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("a severity that another lowered meanwhile is raised again in the same dialog", async () => {
    await page.getByRole("button", { name: "SEV2, change severity" }).click();
    const dialog = page.getByRole("dialog", { name: `Severity of ${key}` });
    const changes = { severity: { from: 2, to: 3 } };
    await elias.api.call("PATCH", `/incidents/${key}`, { changes, reason: "Few are hit" });
    await expect(page.getByText("SEV3", { exact: true }).first()).toBeVisible();
    await dialog.getByText("SEV2", { exact: true }).click();
    await dialog.getByLabel("Reason").fill("All are hit");
    await dialog.getByRole("button", { name: /^Change severity/ }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "SEV2, change severity" })).toBeVisible();
  });

  await test.step("⌘↵ adds the image that was chosen with the mouse", async () => {
    await lists.getByRole("button", { name: /^More for: Read the lag/ }).click();
    await page.getByRole("menuitem", { name: "Evidence…" }).click();
    const dialog = page.getByRole("dialog", { name: /^Evidence for/ });
    await dialog.locator("input[type=file]").setInputFiles("docs/screenshots/room-wide-light.png");
    await expect(dialog.getByAltText("The image to be added")).toBeVisible();
    await dialog.focus();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(dialog).toBeHidden();
    await expect(lists.getByRole("img", { name: /PNG image/ }).first()).toBeVisible();
  });
});

/** Goes on from step to step until what holds the chosen one is open. */
async function goOnUntilOpen(page: Page, holder: Locator): Promise<void> {
  const title = page.getByRole("region", { name: "Next for you" }).getByRole("heading", { level: 3 });
  while ((await holder.getAttribute("aria-expanded")) !== "true") {
    const before = (await title.innerText()).trim();
    await page.keyboard.press("j");
    await expect(title).not.toHaveText(before);
  }
}

async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `test-results/${name}-${colorScheme}.png` });
    await expectAccessible(page);
  }
}
