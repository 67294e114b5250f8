import type { BrowserContext, Page } from "@playwright/test";
import { setUpAdministrator } from "./support/people";
import { pressForStep } from "./support/step-at-hand";
import { expect, test } from "./support/test";

const COMMAND = "npm run smoke -- --suite queue";
const TABS = 8;
const runbook = [
  "# Stalled queue",
  "## First looks",
  `1. Run \`${COMMAND}\` on the jump host.`,
  "2. Run `npm run queues`.",
  ...["age", "workers", "planner", "disk", "memory", "releases"].map(
    (what, index) => `${index + 3}. Note the ${what} on the board.`,
  ),
].join("\n\n");

test.use({ consoleOptions: { hostName: "deck.test" } });

test("at a plain-HTTP origin eight tabs of one browser share a stream, and each can tick and copy", async ({
  browser,
  console,
}) => {
  const { context, page } = await setUpAdministrator(browser, console);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const key = await test.step("declares with a runbook", () => declareWithRunbook(page));
  const tabs = await test.step("opens the room in eight tabs, all live", () => openTabs(context, page, key));

  await test.step("one connection serves them all", async () => {
    await expect.poll(() => openStreams(console.baseUrl)).toBe(1);
  });

  await test.step("a command is copied without the clipboard API", async () => {
    expect(await page.evaluate(() => "clipboard" in navigator)).toBe(false);
    await page.keyboard.press("c");
    await expect(page.getByRole("button", { name: "Copied" }).first()).toBeVisible();
    await page.keyboard.press("n");
    await expect(page.getByRole("textbox", { name: "Note" })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+V");
    await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue(COMMAND);
    await page.getByRole("textbox", { name: "Note" }).fill("");
    await page.keyboard.press("Escape");
  });

  await test.step("the next step's command is not said to be copied", async () => {
    const next = page.getByRole("region", { name: "Next for you" });
    await page.keyboard.press("c");
    await expect(next.getByRole("button", { name: "Copied" })).toBeVisible();
    await page.keyboard.press("j");
    await expect(next.getByRole("heading", { level: 3 })).toHaveText("Run npm run queues.");
    expect(await next.getByRole("button", { name: "Copied" }).count()).toBe(0);
    await page.keyboard.press("k");
  });

  await test.step("a tick made in each shows in all, also from one whose clock is behind", async () => {
    await tabs[3]?.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 2_000;
    });
    for (const [index, tab] of tabs.entries()) {
      await pressForStep(tab, "t");
      const progress = new RegExp(`First looks.*${index + 1} / ${TABS}`);
      await Promise.all(
        tabs.map((other) => expect(other.getByRole("button", { name: progress })).toBeVisible()),
      );
    }
    expect(await openStreams(console.baseUrl)).toBe(1);
  });
});

async function declareWithRunbook(page: Page): Promise<string> {
  await page.goto("/runbooks/import");
  await page.getByLabel("Markdown", { exact: true }).fill(runbook);
  await page.getByRole("button", { name: /^Save/ }).click();
  await page.waitForURL(/\/runbooks\/stalled-queue$/);
  await page.getByRole("link", { name: "Incidents" }).first().click();
  await expect(page.getByRole("heading", { name: "Incidents" })).toBeVisible();
  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What is broken, for whom").fill("The queue is stalled");
  await dialog.getByLabel("SEV2").check();
  await dialog.getByLabel("Stalled queue").check();
  await dialog.getByRole("button", { name: "Declare" }).click();
  await page.waitForURL(/\/incidents\/INC-1$/);
  return "INC-1";
}

async function openTabs(context: BrowserContext, first: Page, key: string): Promise<Page[]> {
  const tabs = [first];
  while (tabs.length < TABS) tabs.push(await context.newPage());
  await Promise.all(tabs.slice(1).map((tab) => tab.goto(`/incidents/${key}`)));
  await Promise.all(tabs.map((tab) => expect(tab.getByText("Live", { exact: true }).first()).toBeVisible()));
  return tabs;
}

/** Node does not know the made-up name: the port on this machine is asked. */
async function openStreams(baseUrl: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${new URL(baseUrl).port}/metrics`);
  return Number(/^quarterdeck_open_streams (\d+)$/m.exec(await answer.text())?.[1]);
}
