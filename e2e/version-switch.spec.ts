import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { join, setUpAdministrator } from "./support/people";
import { expectRecordToHold } from "./support/record";
import { expect, test } from "./support/test";

const source = readFileSync("e2e/fixtures/queue-stuck.md", "utf8");
const chart = readFileSync("e2e/fixtures/import-job.md", "utf8");

/** One step more, one less, one reworded, another command, an exit criterion more. */
const newer = source
  .replace("3. Ask support what customers see.\n", "3. Open the board of the queue.\n")
  .replace("Restart the importer of the queue.", "Restart every importer of the queue.")
  .replace("jobs.\n", "jobs.\n- Support has told the customers who wrote.\n");

test("a newer version is seen, understood and switched to mid-incident, and nothing done is lost", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const elias = await join(browser, console, ada, "Elias Brandt", "responder");
  const imported = await ada.api.call<{ runbookId: string; versionId: string }>("POST", "/runbooks", {
    source,
  });
  const { id: environmentId } = (await ada.api.call<{ environments: { id: string }[] }>("GET", "/directory"))
    .environments[0]!;
  await ada.api.call("POST", "/incidents", {
    ...{ title: "Jobs wait for an hour", severity: 2, environmentId, runbookVersionId: imported.versionId },
  });
  const { page } = ada;
  const lists = page.getByRole("region", { name: "Checklists" });
  const others = elias.page.getByRole("region", { name: "Checklists" });
  for (const each of [page, elias.page]) {
    await each.goto("/incidents/INC-1");
    await expect(each.getByText("Live", { exact: true }).first()).toBeVisible();
  }
  const box = (of: typeof lists, does: "Tick" | "Untick", words: string) =>
    of.getByRole("button", { name: `${does}: ${words}` });

  await test.step("some of it is done, and a step is added by hand", async () => {
    for (const words of ["Say in #ops that you look", "Ask support", "Restart the importer"])
      await box(lists, "Tick", words).click();
    await lists.getByRole("button", { name: "Add a step to First look" }).click();
    await page.getByLabel("What is to be done?").fill("Call the vendor");
    await page.getByRole("button", { name: "Add the step" }).click();
    await expect(others.getByText("Call the vendor")).toBeVisible();
  });

  await test.step("both browsers hear of the newer version, without a reload", async () => {
    await expect(lists.getByRole("button", { name: /is out/ })).toHaveCount(0);
    await ada.api.call("POST", "/runbooks", { source: newer, runbookId: imported.runbookId });
    for (const each of [lists, others])
      await expect(each.getByRole("button", { name: /^Version 2 is out.*First look/ })).toBeVisible();
  });

  const dialog = page.getByRole("dialog", { name: "Version 2 of Queue is stuck" });
  const undo = page
    .getByText("Switched to version 2: First look")
    .locator("..")
    .getByRole("button", { name: /^Undo/ });
  await test.step("what changed is shown, in both themes and at both widths, with nothing for axe", async () => {
    await lists.getByRole("button", { name: /^Version 2 is out.*First look/ }).click();
    await expect(dialog.getByRole("region", { name: "New" })).toContainText("Open the board of the queue.");
    await expect(dialog.getByRole("region", { name: "Not in version 2" })).toContainText(/Done by you/);
    await expect(dialog.getByRole("region", { name: "Reworded" })).toContainText("Restart every importer");
    await look(page, "version-switch");
  });

  await test.step("the switch keeps what was done; a person said which reworded step is the same", async () => {
    await dialog.getByLabel("It is the same step").check();
    await dialog.getByRole("button", { name: "Switch to version 2" }).click();
    await expect(dialog).toBeHidden();
    // While the pointer is there, what can be undone stays.
    await undo.hover();
    for (const each of [lists, others]) {
      await expect(each.getByText("Not in version 2")).toBeVisible();
      await expect(box(each, "Untick", "Say in #ops that you look")).toBeVisible();
      await expect(box(each, "Untick", "Restart every importer")).toBeVisible();
      await expect(box(each, "Untick", "Ask support")).toBeVisible();
      await expect(box(each, "Tick", "Open the board of the queue.")).toBeVisible();
      await expect(each.getByText("Call the vendor")).toBeVisible();
    }
    await expect(page.getByRole("region", { name: "Exit criteria" })).toContainText("Support has told");
  });

  await test.step("it can be undone and done again, and the timeline tells it", async () => {
    await undo.click();
    await expect(box(lists, "Untick", "Restart the importer")).toBeVisible();
    await expect(others.getByText("Not in version 2")).toBeHidden();
    await others.getByRole("button", { name: /^Version 2 is out.*First look/ }).click();
    await elias.page.getByLabel("It is the same step").check();
    await elias.page.getByRole("button", { name: "Switch to version 2" }).click();
    await expect(box(lists, "Untick", "Restart every importer")).toBeVisible();
    const timeline = page.getByRole("complementary", { name: "Timeline" });
    await expect(timeline.getByText(/Elias.*switched First look from version 1 to version 2/)).toBeVisible();
  });

  await test.step("on a phone, in both themes, axe finds nothing about a section that was switched", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: /^Steps/ }).click();
    await expect(lists.getByText("Not in version 2")).toBeVisible();
    // Nothing changed in it, and the new exit criterion is there.
    await expect(lists.getByRole("button", { name: /^Version 2 is out.*Afterwards/ })).toHaveCount(0);
    await look(page, "version-switched");
  });

  await test.step("a chart of another runbook is started beside it", async () => {
    await ada.api.call("POST", "/runbooks", { source: chart });
    await lists.getByRole("button", { name: "Add", exact: true }).click();
    const add = page.getByRole("dialog", { name: "Add a checklist" });
    await add.getByRole("button", { name: /^Import job/ }).click();
    await expect(add.getByText("a chart")).toBeVisible();
    await add.getByRole("button", { name: /^Start/ }).click();
    await expect(add).toBeHidden();
    const runbook = (name: RegExp) => lists.getByRole("heading", { level: 3, name });
    await expect(runbook(/Queue is stuck.*versions 1 and 2/)).toBeVisible();
    await expect(runbook(/Import job is late.*version 1/)).toBeVisible();
    await expectRecordToHold(console.databaseUrl, "INC-1");
  });
});

async function look(page: Page, name: string): Promise<void> {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `test-results/${name}-${viewport.width}-${colorScheme}.png` });
      await expectAccessible(page);
    }
  }
}
