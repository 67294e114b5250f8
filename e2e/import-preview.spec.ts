import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { join, setUpAdministrator, signIn } from "./support/people";
import { press, takenOver } from "./support/press";
import { expectRecordToHold } from "./support/record";
import { pressForStep } from "./support/step-at-hand";
import { expect, test } from "./support/test";

const flows = readFileSync("e2e/fixtures/queue-flows.md");
const NOTE = "late workers stand on the dashboard";

test("a runbook is seen line by line, corrected by keyboard, saved, and walked as corrected", async ({
  browser,
  console,
}) => {
  test.setTimeout(180_000);
  const ada = await setUpAdministrator(browser, console);
  const { page } = ada;
  const result = page.getByRole("region", { name: "Result" });
  const findings = page.getByRole("region", { name: "Findings" });
  const counts = page.getByRole("status").filter({ hasText: "accounted for" });

  await test.step("a file is seen beside what becomes of it", async () => {
    await page.goto("/runbooks");
    await page.getByRole("link", { name: "Import", exact: true }).first().click();
    await expect(page.getByText("What will become of it")).toBeVisible();
    const field = await takenOver(page.getByLabel("Markdown file"));
    await field.setInputFiles({ name: "queue-flows.md", mimeType: "text/markdown", buffer: flows });
    await expect(counts).toContainText("25 of 25 lines accounted for");
    await expect(counts).toContainText("1 decision, 2 answers");
    await expect(result.getByText("back to show <worker_id>, rounds counted")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a piece that is pointed at is marked in both panes", async () => {
    await line(page, "source", 7).hover();
    await expect(line(page, "result", 7)).toHaveAttribute("data-hot");
    await expect(line(page, "result", 8)).not.toHaveAttribute("data-hot");
    await result.getByRole("button", { name: /^Note: the queue is shared/ }).focus();
    await expect(line(page, "source", 8)).toHaveAttribute("data-hot");
    await expect(line(page, "source", 7)).not.toHaveAttribute("data-hot");
  });

  await test.step("a note becomes a step by keyboard; Z takes it back", async () => {
    await page.keyboard.press("k");
    await expect(result.getByRole("button", { name: `Note: ${NOTE}` })).toBeFocused();
    await choose(page, "Step");
    await expect(result.getByRole("button", { name: `Step, changed: ${NOTE}` })).toBeFocused();
    await page.keyboard.press("z");
    await expect(result.getByRole("button", { name: `Note: ${NOTE}` })).toBeFocused();
    await choose(page, "Step");
    await expect(result.getByRole("button", { name: `Step, changed: ${NOTE}` })).toBeFocused();
    await expect(line(page, "source", 7)).toContainText("step");
  });

  await test.step("findings are acted upon where somebody asks for it", async () => {
    await findings.getByRole("button", { name: "Need both" }).click();
    await expect(result.getByText("One of these is enough")).toBeHidden();
    await findings.getByRole("button", { name: "Fine" }).press("Enter");
    const left = findings.getByRole("listitem");
    await expect(left).toHaveCount(1);
    await expect(left).toBeFocused();
    await findings.getByRole("button", { name: "Repair" }).press("Enter");
    await expect(findings.getByText("Findings", { exact: true })).toBeFocused();
    await expect(result.getByText("It’s said in")).toBeVisible();
    await expect(findings.getByRole("button", { name: "Repair" })).toBeHidden();
  });

  await test.step("an answer is linked to a section", async () => {
    await result.getByRole("button", { name: "Answer: yes" }).press("Enter");
    await page.getByRole("menuitem", { name: /^Link to/ }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Where “yes” leads" });
    await dialog.getByLabel("Section", { exact: true }).selectOption("A. lock_conflict on load");
    await dialog.getByRole("button", { name: "Link", exact: true }).click();
    await expect(result.getByText("A. lock_conflict on load").first()).toBeVisible();
  });

  await test.step("the text can be edited; what was changed follows its piece", async () => {
    await page.getByText("Edit", { exact: true }).click();
    const text = page.getByLabel("Markdown", { exact: true });
    await text.fill(
      (await text.inputValue()).replace("Background:", "Kept by the queue team.\n\nBackground:"),
    );
    await expect(result.getByRole("button", { name: `Step, changed: ${NOTE}` })).toBeVisible();
    await expect(counts).toContainText("26 of 26 lines");
    await expectAccessible(page);
  });

  await test.step("who leaves is asked whichever way it is, and so is who loads the page anew", async () => {
    const dialog = page.getByRole("dialog", { name: "Discard what is not saved?" });
    const bar = page.getByRole("navigation", { name: "Main" });
    const ways = [
      () => page.getByRole("link", { name: "Back to the runbooks" }).click(),
      () => bar.getByRole("link", { name: "Incidents" }).click(),
      () => page.keyboard.type("gi"),
    ];
    for (const leave of ways) {
      await leave();
      await dialog.getByRole("button", { name: "Keep working" }).click();
      await expect(dialog).toBeHidden();
      await expect(counts).toContainText("26 of 26 lines");
    }
    const asked = page.waitForEvent("dialog");
    // The reload is refused by hand: nobody waits for it.
    await page.evaluate(() => void setTimeout(() => location.reload()));
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await expect(counts).toContainText("26 of 26 lines");
  });

  await test.step("the browser's way back loses nothing", async () => {
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Runbooks", level: 1 })).toBeVisible();
    await page.goForward();
    await expect(result.getByRole("button", { name: `Step, changed: ${NOTE}` })).toBeVisible();
    await expect(counts).toContainText("26 of 26 lines");
  });

  await test.step("⌘S saves it as version 1", async () => {
    await page.keyboard.press("ControlOrMeta+s");
    await page.waitForURL(/\/runbooks\/queue-flows$/);
    await expect(page.getByText(NOTE)).toBeVisible();
    // What is read in the library is what is walked: the question, its answers, and where they lead.
    await expect(page.getByRole("img", { name: "Question" })).toBeVisible();
    await expect(page.getByText("back to show <worker_id>, rounds counted")).toBeVisible();
    await expect(page.getByRole("main").getByText("flowchart TD")).toBeHidden();
    await expectAccessible(page);
  });

  await test.step("the next version begins with what was changed, and leaving it asks nothing", async () => {
    await page.getByRole("link", { name: "New version" }).click();
    await expect(result.getByRole("button", { name: `Step, changed: ${NOTE}` })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Save as version 2/ })).toBeVisible();
    await page.getByRole("link", { name: "Discard" }).click();
    await page.waitForURL(/\/runbooks\/queue-flows$/);
  });

  await test.step("a document of the same title becomes the next version, not a second runbook", async () => {
    await page.goto("/runbooks/import");
    const field = await takenOver(page.getByLabel("Markdown file"));
    await field.setInputFiles({ name: "queue-flows.md", mimeType: "text/markdown", buffer: flows });
    await expect(page.getByText(/^The library has “.+” already\.$/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make this its next version" }).click();
    await page.waitForURL(/\/runbooks\/import\?renews=queue-flows$/);
    await expect(page.getByRole("button", { name: /^Save as version 2/ })).toBeVisible();
    await expect(counts).toContainText("25 of 25 lines");
    await expect(result.getByRole("button", { name: `Step, changed: ${NOTE}` })).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel("Markdown file")).toBeAttached();
    await (
      await takenOver(page.getByLabel("Markdown file"))
    ).setInputFiles({
      ...{ name: "queue-flows.md", mimeType: "text/markdown" },
      buffer: Buffer.from(`${flows.toString("utf8")}\nKept by nobody.\n`),
    });
    await page.getByRole("button", { name: "Make this its next version" }).click();
    const asked = page.getByRole("dialog", { name: /^Replace what this tab holds of/ });
    await expect(asked).toBeVisible();
    await page.screenshot({ path: "test-results/import-replaces.png" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/import-replaces-390.png" });
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await asked.getByRole("button", { name: /^Open what was begun/ }).click();
    await page.waitForURL(/\/runbooks\/import\?renews=queue-flows$/);
    await expect(counts).toContainText("25 of 25 lines");
    await page.goBack();
    await expect(counts).toContainText("26 of 26 lines");
    await page.getByRole("button", { name: "Make this its next version" }).click();
    await asked.getByRole("button", { name: "Replace it" }).click();
    await page.waitForURL(/\/runbooks\/import\?renews=queue-flows$/);
    await expect(counts).toContainText("26 of 26 lines");
    await page.getByRole("link", { name: "Discard" }).click();
    await page.getByRole("button", { name: "Discard", exact: true }).click();
    await page.waitForURL(/\/runbooks\/queue-flows$/);
  });

  await test.step("an incident walks what was corrected", async () => {
    const { runbooks } = await ada.api.call<{ runbooks: { versionId: string }[] }>("GET", "/runbooks");
    const { environments } = await ada.api.call<{ environments: { id: string }[] }>("GET", "/directory");
    await ada.api.call("POST", "/incidents", {
      ...{ title: "The night queue is late", severity: 2, environmentId: environments[0]?.id },
      runbookVersionId: runbooks[0]?.versionId,
    });
    await page.goto("/incidents/INC-1");
    const next = page.getByRole("region", { name: "Next for you" });
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    for (const title of [NOTE, "worker is late", "show <worker_id>"]) {
      await expect(next.getByRole("heading", { level: 3 })).toHaveText(title);
      await pressForStep(page, "t");
    }
    await expect(next.getByRole("heading", { level: 3 })).toHaveText("lock held?");
    await next.getByRole("link", { name: "Chart" }).click();
    await expect(page.getByRole("region", { name: "Steps" })).toBeVisible();
    await pressForStep(page, "2");
    await expect(page.getByText("This answer leads to “A. lock_conflict on load”")).toBeVisible();
    await expectRecordToHold(console.databaseUrl, "INC-1");
  });
});

test("an index is saved as several runbooks; after a failure only what is missing is sent", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const { page, api } = ada;
  const index =
    "# Runbooks\n\n## disk-full.md\n\n1. Look at the disk.\n\n## queue-stuck.md\n\n1. Look at it.\n";
  const findings = page.getByRole("region", { name: "Findings" });
  const dialog = page.getByRole("dialog", { name: "Import as 2 runbooks" });
  await page.goto("/runbooks/import");
  await page.getByLabel("Markdown", { exact: true }).fill(index);
  await findings.getByRole("button", { name: "As several…" }).click();
  const isSecond = (body: string | null) => body?.includes("queue-stuck") ?? false;
  await page.route("**/api/v1/runbooks", (route) =>
    isSecond(route.request().postData()) ? route.abort() : route.fallback(),
  );
  await dialog.getByRole("button", { name: "Save 2 runbooks" }).click();
  await expect(dialog.getByText("could not be reached")).toBeVisible();
  await page.unroute("**/api/v1/runbooks");

  await page.keyboard.press("Escape");
  await findings.getByRole("button", { name: "As several…" }).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Disk full" })).toContainText("saved");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save 1 more" }).click();
  await page.waitForURL(/\/runbooks$/);
  const { runbooks } = await api.call<{ runbooks: { title: string }[] }>("GET", "/runbooks");
  expect(runbooks.map(({ title }) => title).toSorted()).toEqual(["Disk full", "Queue stuck"]);

  await page.getByRole("link", { name: "Import", exact: true }).first().click();
  const field = page.getByLabel("Markdown", { exact: true });
  await expect(field).toHaveValue("");

  await test.step("what the tab keeps of it does not come up in another runbook, that was never published, either", async () => {
    const source = "# Cache cold\n\n## First\n\n1. Warm it.\n";
    await api.call("POST", "/runbooks/written", { source, choices: [], publish: false, why: null });
    await field.fill(index);
    await expect(findings.getByRole("button", { name: "As several…" })).toBeVisible();
    await page.goto("/runbooks/import?renews=cache-cold");
    await expect(page.getByRole("heading", { name: "Cache cold" }).first()).toBeVisible();
    await expect(page.getByText("Look at the disk.")).toHaveCount(0);
    await page.goto("/runbooks/import");
    await expect(findings.getByRole("button", { name: "As several…" })).toBeVisible();
  });

  await test.step("whoever signs in next in this tab does not see it", async () => {
    const ben = await join(browser, console, ada, "Ben Cole", "responder");
    await page.goto("/profile");
    await press(page.getByRole("button", { name: /Ada Okoye/ }).first());
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(/sign-in/);
    await signIn(page, ben.email);
    await page.goto("/runbooks/import");
    await expect(field).toHaveValue("");
  });

  await test.step("nor does who signs in once the session of another has ended by itself", async () => {
    await field.fill(index);
    await expect(findings.getByRole("button", { name: "As several…" })).toBeVisible();
    await page.context().clearCookies();
    await signIn(page, ada.email);
    await page.goto("/runbooks/import");
    await expect(field).toHaveValue("");
  });
});

function line(page: Page, pane: "source" | "result", number: number) {
  return page.locator(`[data-pane=${pane}] [data-line="${number}"]`).first();
}

/** Opens the menu that has the focus, and takes one of it. */
async function choose(page: Page, word: string): Promise<void> {
  await page.keyboard.press("Enter");
  await page.getByRole("menuitemcheckbox", { name: word, exact: true }).press("Enter");
}
