import type { Browser, Page } from "@playwright/test";
import { anIncidentInHand } from "./support/an-incident";
import { moveClock } from "./support/clock";
import { join, setUpAdministrator, type Person } from "./support/people";
import { expectRecordToHold } from "./support/record";
import type { Console } from "./support/server";
import { expect, test } from "./support/test";

interface RoomState {
  state: { checklists: { items: { id: string }[] }[]; updates: { number: number }[] };
}

test("an update is drafted from the timeline, put right, kept, and posted once", async ({
  browser,
  console,
}) => {
  const { mara, elias, key, tellTheWarehouse } = await anIncidentWithNews(browser, console);
  const { page } = mara;
  const progress = page.getByLabel("Mitigation progress");
  await mara.api.call("PATCH", "/me", { sound: true });
  await page.addInitScript(countTones);

  await test.step("the draft says what happened, each line with its entry", async () => {
    await page.goto(`/incidents/${key}/update`);
    await expect(page.getByLabel("Current status")).toHaveValue(/^Investigating since \d\d:\d\d UTC\.$/);
    await expect(progress).toHaveValue("Done: Pause the exports (Elias).");
    await expect(page.getByLabel("Blockers")).toHaveValue("Failed: Restart the exporter: Permission denied.");
  });

  await test.step("each line leads to its entry, and the way back to the draft", async () => {
    const cites = page
      .locator("form, main")
      .first()
      .getByRole("link", { name: /^Timeline entry/ });
    await expect(cites.nth(2)).toBeVisible();
    for (const href of await cites.evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
      await page.locator(`a[href="${href}"]`).first().click();
      const entry = page.locator(`#${href?.split("#")[1]}`);
      await expect(entry).toBeInViewport();
      await page.goBack();
      await expect(progress).toHaveValue(/Pause the exports/);
    }
  });

  await test.step("edited words outlive a reload, and a new event does not touch them", async () => {
    await page.getByLabel("Current status").fill("Exports wait. Nothing is lost.");
    await page.reload();
    await expect(page.getByLabel("Current status")).toHaveValue("Exports wait. Nothing is lost.");
    await expect(page.getByText(/^Draft saved/).filter({ visible: true })).toBeVisible();
    await elias.api.call("POST", `/incidents/${key}/notes`, { text: "Disk of the exporter is full" });
    const leftOut = page.getByRole("region", { name: "Not in the draft" }).filter({ visible: true });
    await leftOut
      .getByRole("listitem")
      .filter({ hasText: "Disk of the exporter is full" })
      .getByRole("button", { name: /^Add/ })
      .click();
    await expect(page.getByLabel("Current status")).toHaveValue(
      "Exports wait. Nothing is lost.\nDisk of the exporter is full.",
    );
  });

  await test.step("so do Back and Forward, and what is typed then", async () => {
    const current = page.getByLabel("Current status");
    await page.goto(`/incidents/${key}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await page.keyboard.press("u");
    await page.waitForURL(/\/update$/);
    const saved = page.waitForResponse(
      (answer) => answer.request().method() === "PUT" && answer.url().endsWith("/update-draft"),
    );
    await current.fill("Exports wait. Nothing is lost.\nThe disk is full.");
    await saved;
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Next for you" })).toBeVisible();
    await page.goForward();
    await expect(current).toHaveValue("Exports wait. Nothing is lost.\nThe disk is full.");
    await current.fill("Exports wait. Nothing is lost.\nDisk of the exporter is full.");
    await page.reload();
    await expect(current).toHaveValue("Exports wait. Nothing is lost.\nDisk of the exporter is full.");
  });

  await test.step("what happens after the draft is told at its text, taken in, and taken out again", async () => {
    const [current, news] = [
      page.getByLabel("Current status"),
      page.getByText("1 thing happened since this draft."),
    ];
    await expect(news).toBeHidden();
    await tellTheWarehouse();
    await expect(news).toBeVisible();
    await page.getByRole("button", { name: "Take it in" }).click();
    await expect(progress).toHaveValue(/Pause the exports.*\nDone: Tell the warehouse \(Elias\)\.$/);
    await expect(news).toBeHidden();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(progress).toHaveValue("Done: Pause the exports (Elias).");
    await expect(current).toHaveValue("Exports wait. Nothing is lost.\nDisk of the exporter is full.");
    await expect(news).toBeVisible();
  });

  await test.step("a post that the console does not get leaves every word where it is", async () => {
    let tries = 0;
    await page.route("**/updates", (route) => {
      tries++;
      return route.abort();
    });
    for (const done of [1, 2]) {
      // While the console is looked for, nothing is posted.
      await expect(page.getByRole("button", { name: "Post update 1" })).toBeEnabled();
      await page.keyboard.press("ControlOrMeta+Enter");
      await expect.poll(() => tries).toBe(done);
      await expect(page.getByText("The console could not be reached.")).toBeVisible();
    }
    await expect(page.getByLabel("Current status")).toHaveValue(/^Exports wait\./);
    await expect(page.getByRole("button", { name: "Post update 1" })).toBeEnabled();
    expect((await roomState(mara, key)).updates).toEqual([]);
    await page.unroute("**/updates");
  });

  await test.step("posted, it answers the slot and stands on the timeline", async () => {
    // Past the next slot's due time too: what people read still counts from the first.
    await moveClock(console.databaseUrl, 32);
    await expect(page.getByText("Update 1 overdue").first()).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-tones", "1");
    await expect(page.getByRole("timer").first()).toHaveText(/^\+1[6-9]:/);
    await page.getByRole("button", { name: "Post update 1" }).click();
    await page.waitForURL(new RegExp(`/incidents/${key}$`));
    await expect(page.getByText(/^Update 2 due at/).first()).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "posted update 1" })).toContainText(
      /1[6-9] min late/,
    );
    await page.goto(`/incidents/${key}/update`);
    await expect(page.getByLabel("Current status")).not.toHaveValue(/Exports wait|Disk of the exporter/);
    // It happened after that draft was made, and no line told of it.
    await expect(progress).toHaveValue("Done: Tell the warehouse (Elias).");
    await expect(page.getByText("Update 1 said")).toBeVisible();
  });

  expect((await roomState(mara, key)).updates).toMatchObject([{ number: 1 }]);
  await expectRecordToHold(console.databaseUrl, key);
});

test("a post whose answer is lost is made once", async ({ browser, console }) => {
  const { mara, key } = await anIncidentWithNews(browser, console);
  const { page } = mara;
  await page.goto(`/incidents/${key}/update`);
  await page.getByLabel("Current status").fill("Exports run again.");
  await page.route("**/updates", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Mara posted update 1 at").first()).toBeVisible();
  await expect(page.getByLabel("Current status")).toHaveValue("Exports run again.");
  await page.unroute("**/updates");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Update 1 is posted already.").filter({ visible: true })).toBeVisible();
  expect((await roomState(mara, key)).updates).toMatchObject([{ number: 1 }]);
  await expectRecordToHold(console.databaseUrl, key);
});

test("two authors never overwrite each other", async ({ browser, console }) => {
  const { mara, elias, key } = await anIncidentWithNews(browser, console);
  const { id } = await elias.api.call<{ id: string }>("GET", "/me");
  await mara.api.call("PUT", `/incidents/${key}/participants/${id}`, { role: "communications_lead" });
  const [first, second] = [mara.page, elias.page];
  for (const page of [first, second]) {
    await page.goto(`/incidents/${key}/update`);
    await expect(page.getByLabel("Current status")).toHaveValue(/^Investigating since \d\d:\d\d UTC\.$/);
  }

  await test.step("who saves second is told, keeps the own words and may read the other's", async () => {
    await write(first, "Mara's words.");
    await saved(first);
    await write(second, "Elias's words.");
    await expect(second.getByText("Mara saved this draft at")).toBeVisible();
    await expect(second.getByLabel("Current status")).toHaveValue("Elias's words.");
    await second.getByText("What they wrote").click();
    await expect(second.getByText("Mara's words.").filter({ visible: true }).first()).toBeVisible();
    await second.getByRole("button", { name: "Keep mine" }).click();
    await saved(second);
  });

  await test.step("the first finds out at the next edit, and takes what the other wrote", async () => {
    await write(first, "Mara's words, again.");
    await expect(first.getByText("Elias saved this draft at")).toBeVisible();
    await first.getByRole("button", { name: "Use theirs" }).click();
    await expect(first.getByLabel("Current status")).toHaveValue("Elias's words.");
  });

  await test.step("a second tab of the same browser is told so, too", async () => {
    const tab = await mara.context.newPage();
    await tab.goto(`/incidents/${key}/update`);
    await write(tab, "From a second tab.");
    await saved(tab);
    await write(first, "From the first tab.");
    await expect(first.getByText("You, elsewhere, saved this draft at")).toBeVisible();
    await first.getByRole("button", { name: "Keep mine" }).click();
    await saved(first);
    await tab.close();
  });

  await test.step("when one posts, the other keeps the words for the next update", async () => {
    await second.getByRole("button", { name: "Post update 1" }).click();
    await second.waitForURL(new RegExp(`/incidents/${key}$`));
    await expect(first.getByText("Elias posted update 1 at").first()).toBeVisible();
    await expect(first.getByLabel("Current status")).toHaveValue("From the first tab.");
    await first.getByRole("button", { name: "Go on as update 2" }).click();
    await first.getByRole("button", { name: "Post update 2" }).click();
    await first.waitForURL(new RegExp(`/incidents/${key}$`));
  });

  expect((await roomState(mara, key)).updates).toMatchObject([{ number: 1 }, { number: 2 }]);
  await expectRecordToHold(console.databaseUrl, key);
});

/** In Mara's hands: Elias has done a step, another failed. */
async function anIncidentWithNews(browser: Browser, console: Console) {
  const ada = await setUpAdministrator(browser, console);
  const mara = await join(browser, console, ada, "Mara Lind", "responder");
  const elias = await join(browser, console, ada, "Elias Brandt", "responder");
  const key = await anIncidentInHand(mara.api, { title: "Exports stop half way" });
  const steps = ["Pause the exports", "Restart the exporter", "Tell the warehouse"];
  await mara.api.call("POST", `/incidents/${key}/own-checklists`, { title: "Exports", steps });
  const { checklists } = await roomState(mara, key);
  const [pause, restart, tell] = checklists.flatMap(({ items }) => items);
  await elias.api.call("PUT", `/steps/${pause?.id}/state`, { state: "done", expected: "todo" });
  const failed = { state: "failed", expected: "todo", note: "Permission denied" };
  await elias.api.call("PUT", `/steps/${restart?.id}/state`, failed);
  const tellTheWarehouse = () =>
    elias.api.call("PUT", `/steps/${tell?.id}/state`, { state: "done", expected: "todo" });
  return { mara, elias, key, tellTheWarehouse };
}

/** In the page: how many tones were begun stands at its root. */
function countTones(): void {
  const { createOscillator } = AudioContext.prototype;
  AudioContext.prototype.createOscillator = function () {
    const { dataset } = document.documentElement;
    dataset.tones = String(Number(dataset.tones ?? 0) + 1);
    return createOscillator.call(this);
  };
}

async function roomState({ api }: Person, key: string): Promise<RoomState["state"]> {
  return (await api.call<RoomState>("GET", `/incidents/${key}`)).state;
}

async function write(page: Page, words: string): Promise<void> {
  await page.getByLabel("Current status").fill(words);
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Draft saved/).filter({ visible: true })).toBeVisible();
}
