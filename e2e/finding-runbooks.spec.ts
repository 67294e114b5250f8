import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import type { Api } from "./support/api";
import { setUpAdministrator } from "./support/people";
import { press } from "./support/press";
import { expectRecordToHold } from "./support/record";
import { slowly } from "./support/slowly";
import { expect, test } from "./support/test";

const flows = readFileSync("e2e/fixtures/recovery-flows.md", "utf8");
const response = readFileSync("e2e/fixtures/queue-response.md", "utf8");

test("the right runbook is found while declaring, in the room, and in the library", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const { page, api } = ada;
  await api.call("POST", "/runbooks", { source: flows, fileName: "recovery-flows.md" });
  const service = await aServiceWithRunbook(api);

  await test.step("the service brings its runbook, an error text the section that it names", async () => {
    await page.goto("/incidents");
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What is broken, for whom").fill("Runs fail with stage_mismatch");
    await dialog.getByLabel("SEV2").check();
    const services = dialog.getByLabel("Services");
    await services.fill("checkout-api");
    await dialog.getByRole("button", { name: "Declare" }).click();
    const told = "No service is called checkout-api. Choose one of the list, or clear the field.";
    await expect(dialog.getByRole("alert")).toHaveText(told);
    await expect(services).toBeFocused();
    await expect(services).toHaveValue("checkout-api");
    await expectAccessible(page);
    await look(page, "declare-unknown-service");
    await services.fill(service);
    await page.keyboard.press("Enter");
    const runbooks = dialog.getByRole("radiogroup", { name: "Begin with a runbook" });
    await expect(runbooks.getByText(`For ${service}.`)).toBeVisible();
    await runbooks.getByLabel("Recovery flows").check();
    const other = dialog.getByLabel("Another runbook");
    const found = dialog.getByRole("listbox").getByRole("option");
    await other.focus();
    await expect(found).toHaveCount(2);
    const search = await slowly(page, "**/runbooks?q=*");
    await other.pressSequentially("stage asks");
    await page.keyboard.press("Enter");
    // What was found for other words is not picked: these stay, and what they find comes.
    await expect(other).toHaveValue("stage asks");
    search.go();
    await expect(found).toHaveText(["Recovery flows"]);
    await other.fill("");
    await page.keyboard.press("Escape");
    await expect(dialog.getByLabel("Only the section “A. stage_mismatch on run”")).toBeChecked();
    await expectAccessible(page);
    await dialog.getByLabel("All of it").scrollIntoViewIfNeeded();
    await look(page, "declare");
    await dialog.getByRole("button", { name: "Declare" }).click();
    await page.waitForURL(/\/incidents\/INC-1$/);
  });

  await test.step("declaring what is open already leads there, and keeps what was typed", async () => {
    await page.goto("/incidents");
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What is broken, for whom").fill("Stage mismatch again");
    await expect(dialog.getByText("Is it INC-1?")).toBeVisible();
    await expectAccessible(page);
    await look(page, "declare-open-already");
    await dialog.getByRole("link", { name: "Open INC-1" }).click();
    await page.waitForURL(/\/incidents\/INC-1$/);
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await page.keyboard.press("d");
    await expect(dialog.getByLabel("What is broken, for whom")).toHaveValue("Stage mismatch again");
    await dialog.getByLabel("What is broken, for whom").fill("");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("only that section is started", async () => {
    const lists = page.getByRole("region", { name: "Checklists" });
    await expect(lists.getByRole("button", { name: /A\. stage_mismatch on run.*0 \/ 2/ })).toBeVisible();
    await expect(lists.getByRole("button", { name: /Tickets|Nothing moves/ })).toHaveCount(0);
  });

  await test.step("another checklist is offered by what the incident is about", async () => {
    await page
      .getByRole("region", { name: "Checklists" })
      .getByRole("button", { name: "Add", exact: true })
      .click();
    const fitting = page.getByRole("dialog").getByRole("region", { name: "Fit this incident" });
    await expect(fitting.getByRole("button", { name: /Work queue response.*For/ })).toBeVisible();
    await expectAccessible(page);
    await look(page, "add");
    await fitting.getByRole("button", { name: /Recovery flows/ }).click();
    const sections = page.getByRole("dialog");
    await expect(sections.getByLabel(/C\. Nothing moves/)).not.toBeChecked();
    await sections.getByLabel(/C\. Nothing moves/).check();
    await sections.getByRole("button", { name: "Start 1 section" }).click();
    await expect(page.getByRole("button", { name: /C\. Nothing moves.*0 \/ 1/ })).toBeVisible();
    await expectRecordToHold(console.databaseUrl, "INC-1");
  });

  await test.step("the library shows where in a runbook a command stands, and leads there", async () => {
    await page.goto("/runbooks");
    await page.getByLabel("Find a runbook").fill("queue-cli drain");
    const row = page
      .getByRole("listitem")
      .filter({ hasText: "C. Nothing moves: Run queue-cli drain --all." });
    await expect(row.locator("mark")).toHaveText(["queue-cli", "drain"]);
    await expectAccessible(page);
    await look(page, "library");
    // So low that the place is out of sight at first.
    await page.setViewportSize({ width: 1280, height: 300 });
    await row.getByRole("link", { name: "Recovery flows" }).click();
    await expect(page).toHaveURL(/\/runbooks\/recovery-flows#sec_/);
    await expect(page.getByRole("heading", { name: "C. Nothing moves" })).toBeInViewport();
    await expect(page.getByRole("heading", { name: "Before anything else" })).not.toBeInViewport();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("it is found by its address, by almost its name, and by a review that is overdue", async () => {
    const review = { changes: { reviewBy: { from: null, to: "2026-01-01" } } };
    await api.call("PATCH", "/runbooks/recovery-flows/details", review);
    await page.goto("/runbooks?q=recovery-fl");
    await expect(page.getByRole("link", { name: "Recovery flows" })).toBeVisible();
    await page.getByLabel("Find a runbook").fill("recvoery flow");
    await expect(page.getByText("Did you mean")).toBeVisible();
    await look(page, "near");
    await expect(page.getByRole("link", { name: "Recovery flows" })).toBeVisible();
    await page.goto("/runbooks");
    await expect(page.getByRole("link", { name: /Work queue response/ })).toBeVisible();
    await press(page.getByRole("button", { name: "Review", exact: true }));
    await expect(page.getByRole("link", { name: /Work queue response/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Recovery flows" })).toBeVisible();
    await expect(page).toHaveURL(/review=overdue/);
  });

  await test.step("an incident is declared from the runbook's page, with all of it", async () => {
    await page.goto("/runbooks/recovery-flows");
    await look(page, "page");
    await press(page.getByRole("button", { name: "Declare with it" }));
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("Recovery flows")).toBeChecked();
    await dialog.getByLabel("What is broken, for whom").fill("Nothing moves for the depot");
    await dialog.getByLabel("SEV3").check();
    await dialog.getByRole("button", { name: "Declare" }).click();
    await page.waitForURL(/\/incidents\/INC-2$/);
    const lists = page.getByRole("region", { name: "Checklists" });
    await expect(lists.getByRole("button", { name: /B\. Tickets/ })).toBeVisible();
  });

  await test.step("what needs care says what its points are", async () => {
    const reckoned = async () => (await api.call<{ runbooks: unknown[] }>("GET", "/runbook-rot")).runbooks;
    await expect.poll(async () => (await reckoned()).length).toBe(2);
    await page.goto("/runbooks/rot");
    await expect(page.getByText("of 100 points")).toBeVisible();
    await expectAccessible(page);
    await look(page, "care");
  });
});

/** A service, and a runbook that is about it and shares no word with its name. */
async function aServiceWithRunbook(api: Api): Promise<string> {
  const { slug } = await api.call<{ slug: string }>("POST", "/runbooks", {
    ...{ source: response, fileName: "queue-response.md" },
  });
  const name = "pickers";
  const { id } = await api.call<{ id: string }>("POST", "/services", { name });
  await api.call("PATCH", `/runbooks/${slug}/details`, { changes: { serviceIds: { from: [], to: [id] } } });
  return name;
}

async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/finding-${name}-1280.png` });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `test-results/finding-${name}-390.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
}
