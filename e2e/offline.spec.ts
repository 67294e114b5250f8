import type { Page } from "@playwright/test";
import type { RoomDto } from "@/lib/room/dto";
import type { EntriesDto } from "@/lib/record/dto";
import type { Entry } from "@/lib/timeline/events";
import { expectAccessible } from "./support/accessible";
import { anIncidentInHand } from "./support/an-incident";
import { apiIn, type Caller } from "./support/api";
import { moveClock } from "./support/clock";
import { aLine, type Line } from "./support/line";
import { join, setUpAdministrator } from "./support/people";
import { press } from "./support/press";
import { expectRecordToHold } from "./support/record";
import { expect, test } from "./support/test";

const STEPS = ["Look at the queue", "Restart the planner", "Drain the pool", "Call the vendor"];

test("three responders are offline for 20 minutes: nothing is lost, nothing is there twice", async ({
  browser,
  console,
}) => {
  test.setTimeout(240_000);
  const ada = await setUpAdministrator(browser, console);
  const key = await anIncidentInHand(ada.api, { title: "Jobs are stuck", severity: 2 });
  await ada.api.call("POST", `/incidents/${key}/own-checklists`, { title: "First look", steps: STEPS });
  const lines = [await aLine(console), await aLine(console), await aLine(console)] as const;
  const [elias, sam, tess] = [
    await join(browser, lines[0].console, ada, "Elias Brandt", "responder"),
    await join(browser, lines[1].console, ada, "Sam Duarte", "responder"),
    await join(browser, lines[2].console, ada, "Tess Moreau", "responder"),
  ];
  const pages = [elias.page, sam.page, tess.page];

  await test.step("all see the room, and their browsers keep it", async () => {
    for (const [index, page] of pages.entries()) await openKept(page, lines[index]!, key);
  });

  const since = await entryCount(ada.api, key);
  await test.step("the connection goes; each goes on", async () => {
    lines.forEach((line) => line.cut());
    for (const page of pages)
      await expect(page.getByText(/^Not live since \d\d:\d\d:\d\d/).first()).toBeVisible();
    await tick(elias.page, "Look at the queue");
    await inWords(elias.page, "Restart the planner", "Skip…", "It restarted by itself.");
    await addNote(elias.page, "Elias saw the queue drain.");
    await tick(sam.page, "Look at the queue");
    await inWords(sam.page, "Restart the planner", "Failed…", "It did not come up.");
    await addNote(sam.page, "Sam saw the planner hang.");
    await tick(tess.page, "Drain the pool");
    await addNote(tess.page, "Tess drained the pool.");
    await expect(sam.page.getByText("3 acts are kept, and sent when the connection is back.")).toBeVisible();
    expect(await entryCount(ada.api, key)).toBe(since);
  });

  await test.step("one loads the room again without a network, and what was kept is there", async () => {
    await tess.page.reload();
    await expect(row(tess.page, "Drain the pool")).toContainText("kept");
    const waiting = tess.page.getByRole("list", { name: "Kept on this device, not sent yet" });
    await expect(waiting).toContainText("Tess drained the pool.");
    await expect(tess.page.getByText(/^Not live since/).first()).toBeVisible();
    await addNote(tess.page, "Tess called the vendor.");
    await expectAccessible(tess.page);
  });

  const notKept = await tess.context.newPage();
  await test.step("a page that is not kept says so", async () => {
    await notKept.goto(`${lines[2].console.baseUrl}/profile`);
    await expect(notKept.getByRole("heading", { name: "The console cannot be reached" })).toBeVisible();
  });

  await test.step("what needs the console says that it waits", async () => {
    await tess.page.getByRole("button", { name: "Take", exact: true }).first().focus();
    await tess.page.keyboard.press("h");
    const dialog = tess.page.getByRole("dialog");
    await expect(dialog.locator("p", { hasText: /^Waits for the connection/ })).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Take command" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await tess.page.keyboard.press("Escape");
    await row(tess.page, "Call the vendor")
      .getByRole("button", { name: /^More for/ })
      .click();
    const give = tess.page.getByRole("menuitem", { name: /^Give it to somebody/ });
    await expect(give).toContainText("Waits for the connection");
    await give.press("Enter");
    await expect(give).toBeFocused();
    await tess.page.keyboard.press("Escape");
  });

  await test.step("the connection is back: everything is there once", async () => {
    await moveClock(console.databaseUrl, 20);
    lines.forEach((line) => line.mend());
    for (const page of pages) {
      await expect(page.getByText("Live", { exact: true }).first()).toBeVisible({ timeout: 20_000 });
      await expect(page.getByText("kept", { exact: true })).toHaveCount(0);
    }
    await expect(notKept.getByRole("heading", { name: "Profile" })).toBeVisible();
    await notKept.close();
    const entries = (await entriesOf(ada.api, key)).filter(({ seq }) => seq > since);
    expect(textsOf(entries, "note.added").toSorted()).toEqual([
      "Elias saw the queue drain.",
      "Sam saw the planner hang.",
      "Tess called the vendor.",
      "Tess drained the pool.",
    ]);
    expect(
      entries
        .filter(({ kind }) => kind.startsWith("step."))
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(
      ["step.acted_second", "step.acted_second", "step.done", "step.done", oneOf(entries)].toSorted(),
    );
    for (const entry of entries.filter(({ kind }) => /^(step|note)\./.test(kind)))
      expect(Date.parse(entry.at) - Date.parse(entry.occurredAt ?? entry.at)).toBeGreaterThan(19 * 60_000);
  });

  await test.step("both who were at one step can be read, and all browsers agree", async () => {
    const { state } = await ada.api.call<RoomDto>("GET", `/incidents/${key}`);
    const [look, restart, drain, call] = state.checklists[0]!.items;
    expect([look?.state, drain?.state, call?.state]).toEqual(["done", "done", "todo"]);
    expect(look?.secondActs.map(({ did }) => did)).toEqual(["done"]);
    expect([restart?.state, ...restart!.secondActs.map(({ did }) => did)].toSorted()).toEqual([
      "failed",
      "skipped",
    ]);
    for (const page of pages) {
      await expect(row(page, "Look at the queue")).toContainText("done too");
      await expect(row(page, "Restart the planner")).toContainText("It restarted by itself.");
      await expect(row(page, "Restart the planner")).toContainText("It did not come up.");
    }
    const shown = await Promise.all(pages.map(stepsOn));
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
    await expectRecordToHold(console.databaseUrl, key);
  });

  await test.step("who signs out leaves no room behind", async () => {
    await tess.page.goto("/profile");
    await press(tess.page.getByRole("button", { name: /Tess Moreau/ }).first());
    await tess.page.getByRole("menuitem", { name: "Sign out" }).click();
    await tess.page.waitForURL(/sign-in/);
    await expect.poll(() => keptPages(tess.page)).toEqual([]);
  });
  for (const line of lines) await line.close();
});

test("a line that dies without a word: the first act that is not sent says so, and the way back is seen at once", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const key = await anIncidentInHand(ada.api, { title: "Jobs are stuck", severity: 2 });
  await ada.api.call("POST", `/incidents/${key}/own-checklists`, { title: "First look", steps: STEPS });
  const sam = await join(browser, console, ada, "Sam Duarte", "responder");
  await sam.page.goto(`/incidents/${key}`);
  await expect(sam.page.getByText("Live", { exact: true }).first()).toBeVisible();
  await expect.poll(() => databases(sam.page)).toContain("quarterdeck");

  // The stream's worker is not reached by this switch: as with a dead radio, the stream says nothing of it.
  await sam.context.setOffline(true);
  await expect(sam.page.getByText(/^Not live since/).first()).toBeVisible();
  await tick(sam.page, "Look at the queue");
  await expect(sam.page.getByText("1 act is kept, and sent when the connection is back.")).toBeVisible();
  await expect(sam.page.getByText(/on the way/)).toHaveCount(0);
  const { state } = await ada.api.call<RoomDto>("GET", `/incidents/${key}`);
  await ada.api.call("PUT", `/steps/${state.checklists[0]!.items[0]!.id}/state`, {
    ...{ state: "failed", expected: "todo", note: "It did not drain." },
  });

  await sam.context.setOffline(false);
  await expect(
    sam.page.getByText(
      /^What was kept is sent\. Somebody else was first at “Done: Look at the queue”: it is failed\./,
    ),
  ).toBeVisible({ timeout: 5_000 });
  await expect(row(sam.page, "Look at the queue")).toContainText("It did not drain.");
  await expect(sam.page.getByText("Live", { exact: true }).first()).toBeVisible();
});

test.describe("at a plain HTTP address, where browsers keep no pages", () => {
  test.use({ consoleOptions: { hostName: "deck.test" } });

  test("what was done is kept over a closed tab and sent when the console is back", async ({
    browser,
    console,
  }) => {
    const ada = await setUpAdministrator(browser, console);
    const key = await anIncidentInHand(apiIn(ada.page), { title: "Jobs are stuck", severity: 2 });
    await apiIn(ada.page).call("POST", `/incidents/${key}/own-checklists`, {
      title: "First look",
      steps: STEPS,
    });
    const line = await aLine(console);
    await ada.page.goto(`${line.console.baseUrl}/incidents/${key}`);
    await expect(ada.page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect.poll(() => databases(ada.page)).toContain("quarterdeck");
    line.cut();
    await expect(ada.page.getByText(/without HTTPS it cannot be opened again/)).toBeVisible();
    await loseDatabase(ada.page);
    // A dialog that was not fetched before comes once the console is back; the room stays.
    await ada.page.keyboard.press("m");
    await expect(
      ada.page.getByText("This could not be fetched: it comes once the console answers."),
    ).toBeVisible();
    await tick(ada.page, "Call the vendor");
    await ada.page.close();
    line.mend();
    const page = await ada.context.newPage();
    await page.goto(`${line.console.baseUrl}/incidents/${key}`);
    await expect(row(page, "Call the vendor").getByRole("button", { name: /^Untick/ })).toBeVisible();
    await expect(page.getByText("kept", { exact: true })).toHaveCount(0);
    const kinds = (await entriesOf(apiIn(page), key)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "step.done")).toHaveLength(1);

    // A session that ended elsewhere: the stream stays open, what is done is kept and waits for its person.
    await ada.context.clearCookies();
    await tick(page, "Drain the pool");
    await expect(page.getByText("You are signed out here.").first()).toBeVisible();
    await page.getByRole("button", { name: "Sign in" }).first().click();
    await page.waitForURL(/\/sign-in\?next=/);
    await line.close();
  });
});

/** Opens the room over its line, until it is live and the browser keeps it. */
async function openKept(page: Page, line: Line, key: string): Promise<void> {
  await page.goto(`${line.console.baseUrl}/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(`/kept/rooms/${key}`);
  await expect.poll(() => keptPages(page)).toContain(`/incidents/${key}`);
}

async function keptPages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("quarterdeck-pages"));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** The keeper opens its database once its code is there. */
function databases(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}

/** As a phone does that slept: the connection to the database is closed. */
function loseDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase("quarterdeck");
        request.onsuccess = () => resolve();
        request.onerror = () => reject(new Error("It was not deleted."));
      }),
  );
}

function row(page: Page, title: string) {
  return page.locator("li[id^=step-]").filter({ hasText: title });
}

async function tick(page: Page, title: string): Promise<void> {
  await row(page, title).getByRole("button", { name: /^Tick/ }).click();
  await expect(row(page, title).getByText("kept", { exact: true })).toBeVisible();
}

async function inWords(page: Page, title: string, item: string, words: string): Promise<void> {
  await row(page, title)
    .getByRole("button", { name: /^More for/ })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(words);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(row(page, title).getByText("kept", { exact: true })).toBeVisible();
}

async function addNote(page: Page, text: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Note" });
  await field.fill(text);
  await field.press("ControlOrMeta+Enter");
  await expect(field).toHaveValue("");
}

/** The states of the steps, as they are read out. */
async function stepsOn(page: Page): Promise<(string | null)[]> {
  const rows = await page.locator("li[id^=step-]").all();
  return Promise.all(rows.map((one) => one.getByRole("button").first().getAttribute("aria-label")));
}

async function entriesOf(api: Caller, key: string): Promise<Entry[]> {
  return (await api.call<EntriesDto>("GET", `/incidents/${key}/entries?limit=200`)).entries;
}

async function entryCount(api: Caller, key: string): Promise<number> {
  return (await entriesOf(api, key)).length;
}

function textsOf(entries: readonly Entry[], kind: Entry["kind"]): string[] {
  return entries
    .filter((entry) => entry.kind === kind)
    .flatMap(({ texts }) => Object.values(texts))
    .map(String);
}

/** Who was first at the step that went two ways. */
function oneOf(entries: readonly Entry[]): string {
  return entries.some(({ kind }) => kind === "step.skipped") ? "step.skipped" : "step.failed";
}
