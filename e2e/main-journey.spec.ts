import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { moveClock } from "./support/clock";
import { join, setUpAdministrator, type Person } from "./support/people";
import { press } from "./support/press";
import { expectRecordToHold } from "./support/record";
import { pressForStep } from "./support/step-at-hand";
import { expect, test } from "./support/test";

const runbook = readFileSync("e2e/fixtures/queue-response.md", "utf8");

test("three people run an incident from declaration to a signed-off summary", async ({
  browser,
  console,
}) => {
  test.setTimeout(300_000);
  const chat = await aChat();
  const ada = await setUpAdministrator(browser, console);
  const [mara, elias, ruth] = [
    await join(browser, console, ada, "Mara Lind", "responder"),
    await join(browser, console, ada, "Elias Brandt", "responder"),
    await join(browser, console, ada, "Ruth Adeyemi", "manager"),
  ];
  await ada.api.call("POST", "/webhooks", { name: "#queue-ops", url: chat.url, told: "updates" });

  await test.step("the commander imports a runbook and sees what became of it", async () => {
    await mara.page.goto("/runbooks/import");
    await mara.page.getByLabel("Markdown", { exact: true }).fill(runbook);
    await expect(mara.page.getByRole("heading", { name: "First Five Minutes" })).toBeVisible();
    await expectAccessible(mara.page);
    await mara.page.getByRole("button", { name: /^Save/ }).click();
    await expect(mara.page).toHaveURL(/\/runbooks\/work-queue-response$/);
  });

  const key = await test.step("declares by keyboard and acknowledges", async () => {
    await mara.page.goto("/incidents");
    await expect(mara.page.getByText("Live", { exact: true })).toBeVisible();
    await mara.page.keyboard.press("d");
    const dialog = mara.page.getByRole("dialog");
    await dialog
      .getByLabel("What is broken, for whom")
      .fill("Jobs stuck; planner output breaks its contract");
    await dialog.getByLabel("SEV1").check();
    await expectAccessible(mara.page);
    await dialog.getByRole("button", { name: "Declare" }).click();
    await mara.page.waitForURL(/\/incidents\/INC-\d+$/);
    const incidentKey = mara.page.url().split("/").at(-1) ?? "";
    await expect(mara.page.getByRole("button", { name: "I have command" }).first()).toBeVisible();
    await mara.page.keyboard.press("ControlOrMeta+k");
    await mara.page.getByRole("combobox").fill("I have");
    await mara.page.getByRole("option", { name: "I have command" }).click();
    await expect(mara.page.getByText("Investigating").first()).toBeVisible();
    return incidentKey;
  });

  await test.step("starts the runbook's sections", async () => {
    await mara.page.getByRole("button", { name: "Add a checklist" }).click();
    const dialog = mara.page.getByRole("dialog");
    await dialog.getByRole("button", { name: /Work queue response/ }).click();
    await dialog.getByRole("button", { name: /^Start \d sections$/ }).click();
    await expect(mara.page.getByRole("button", { name: /^First Five Minutes/ })).toBeVisible();
  });

  await test.step("a responder ticks the first five minutes, the commander sees it live", async () => {
    await elias.page.goto(`/incidents/${key}`);
    await expect(elias.page.getByText("Live", { exact: true }).first()).toBeVisible();
    for (let done = 1; done <= 5; done++) {
      await pressForStep(elias.page, "t");
      await expect(
        elias.page.getByRole("button", { name: new RegExp(`First Five Minutes.*${done} / 5`) }),
      ).toBeVisible();
    }
    await expect(mara.page.getByRole("button", { name: /First Five Minutes.*5 \/ 5/ })).toBeVisible();
    await expectAccessible(mara.page);
  });

  await test.step("an update is due, goes overdue, is posted and reaches the chat", async () => {
    await moveClock(console.databaseUrl, 13);
    await expect(mara.page.getByText("Update 1 due soon").filter({ visible: true })).toBeVisible();
    await moveClock(console.databaseUrl, 4);
    await expect(mara.page.getByText("Update 1 overdue").filter({ visible: true })).toBeVisible();
    await expect(mara.page).toHaveTitle(/late/);
    await expectAccessible(mara.page);
    await mara.page.keyboard.press("u");
    await mara.page.waitForURL(/\/update$/);
    await mara.page.getByLabel("Current status").fill("New work completes. 1,284 older jobs still wait.");
    await mara.page.getByLabel("Mitigation progress").fill("Rolling back to the last good release.");
    await mara.page.getByLabel("Blockers").fill("None.");
    await expectAccessible(mara.page);
    await mara.page.getByRole("button", { name: /Post update 1/ }).click();
    await mara.page.waitForURL(new RegExp(`/incidents/${key}$`));
    await expect.poll(() => chat.received.length).toBe(1);
    expect(chat.received[0]).toContain("1,284 older jobs still wait");
  });

  await test.step("command is offered, read with its brief, and accepted", async () => {
    await mara.page.keyboard.press("h");
    await mara.page
      .getByRole("dialog")
      .getByLabel(/Elias Brandt/)
      .check();
    await mara.page.getByRole("button", { name: "Offer command" }).click();
    await expect(elias.page.getByText("offers you command").first()).toBeVisible();
    // Meanwhile a manager may take it all the same.
    await ruth.page.goto(`/incidents/${key}`);
    await expect(ruth.page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(ruth.page.getByRole("button", { name: /^Take…/ }).first()).toBeVisible();
    await ruth.page.keyboard.press("h");
    await expect(ruth.page.getByRole("dialog", { name: /^Take command of/ })).toContainText(
      "It is offered to Elias",
    );
    await ruth.page.keyboard.press("Escape");
    await elias.page.keyboard.press("h");
    await expect(elias.page.getByRole("button", { name: /^Accept command/ })).toBeFocused();
    await elias.page.keyboard.press("ControlOrMeta+Enter");
    await expect(mara.page.getByRole("region", { name: "People" })).toContainText(/Elias.*commands/);
    await expect(elias.page.getByRole("button", { name: /Hand over/ })).toBeVisible();
  });

  await test.step("exit criteria are met, one is waived, and the incident is resolved with its final update", async () => {
    const { page } = elias;
    await page
      .getByRole("listitem")
      .filter({ hasText: "Smoke suite green" })
      .getByRole("button", { name: "Met…" })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "It is met" }).click();
    await expect(page.getByText("1 of 2 met", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "More actions" }).first().click();
    await page.getByRole("menuitem", { name: /^Resolve/ }).click();
    const resolving = page.getByRole("dialog", { name: /^Resolve INC-/ });
    await resolving.getByLabel("How things stand now").fill("All queues flow.");
    await resolving
      .getByRole("listitem")
      .filter({ hasText: "Queue depth" })
      .getByRole("button", { name: "Waive…" })
      .click();
    const waiving = page.getByRole("dialog", { name: "Waive an exit criterion" });
    await waiving.getByRole("textbox").fill("Old jobs drain overnight.");
    await expectAccessible(page);
    await waiving.getByRole("button", { name: "Waive it" }).click();
    await expect(waiving).toBeHidden();
    await expect(resolving.getByText("1 of 2 met, 1 waived")).toBeVisible();
    await expect(resolving.getByLabel("How things stand now")).toHaveValue("All queues flow.");
    await resolving.getByLabel("What was done about it").fill("Rolled back.");
    await resolving.getByLabel("What is still open").fill("None.");
    await expectAccessible(page);
    await resolving.getByRole("button", { name: "Post and resolve" }).click();
    await expect(page.getByText("Resolved").first()).toBeVisible();
    await expect.poll(() => chat.received.length).toBe(2);
  });

  await test.step("the summary is completed, submitted, returned, signed off and exported; the incident closes", async () => {
    await writeSummary(elias.page, key);
    await elias.page.getByRole("button", { name: /^Submit/ }).click();
    await expect(elias.page.getByText("In review").first()).toBeVisible();
    await decide(ruth, key, "Return", "Impact in numbers, please.");
    await elias.page.reload();
    await press(elias.page.getByRole("button", { name: "Edit Impact" }));
    await elias.page.getByRole("textbox", { name: "Impact" }).fill("38 tenants waited up to 61 minutes.");
    await elias.page.getByRole("textbox", { name: "Impact" }).blur();
    await expect(elias.page.getByText(/Saved \d\d:\d\d/).first()).toBeVisible();
    await elias.page.getByRole("button", { name: /^Submit/ }).click();
    await expect(elias.page.getByText("In review").first()).toBeVisible();
    await decide(ruth, key, /^Sign off version/, "");
    await expect(ruth.page.getByText(/Signed off/).first()).toBeVisible();
    const download = await ruth.page.request.get(`/api/v1/incidents/${key}/summary.md`);
    expect(download.headers()["content-disposition"]).toContain(`${key}-`);
    expect(await download.text()).toContain("38 tenants waited up to 61 minutes.");
    await elias.page.goto(`/incidents/${key}`);
    await press(elias.page.getByRole("button", { name: "More actions" }).first());
    await elias.page.getByRole("menuitem", { name: /^Close/ }).click();
    await elias.page
      .getByRole("dialog")
      .getByRole("button", { name: /^Close/ })
      .last()
      .click();
    await expect(elias.page.getByText("Closed").first()).toBeVisible();
  });

  await test.step("the timeline verifies, and folds to what the tables hold", async () => {
    await expectRecordToHold(console.databaseUrl, key);
  });
  await chat.close();
});

async function writeSummary(page: Page, key: string): Promise<void> {
  await page.goto(`/reviews/${key}`);
  const parts = {
    Impact: "Some tenants waited.",
    "Root cause": "A renamed field broke the planner's contract.",
    Remediation: "Rolled back to the last good release.",
    "What went well": "The first five minutes took four.",
  };
  for (const [label, text] of Object.entries(parts)) {
    await page.getByRole("textbox", { name: label }).fill(text);
    await page.getByRole("textbox", { name: label }).blur();
  }
  await expect(page.getByRole("button", { name: /^Submit/ })).toBeEnabled();
  await expectAccessible(page);
}

async function decide(manager: Person, key: string, button: string | RegExp, comment: string): Promise<void> {
  await manager.page.goto(`/reviews/${key}`);
  await manager.page.getByLabel("Comment").fill(comment);
  await expectAccessible(manager.page);
  await manager.page.getByRole("button", { name: button }).click();
  if (button instanceof RegExp) {
    const asked = manager.page.getByRole("dialog");
    await expect(asked.getByText("5 of 5 not ticked")).toBeVisible();
    await asked.getByRole("button", { name: button }).click();
  }
  await expect(manager.page.getByRole("button", { name: button })).toBeHidden();
}

/** A Slack-compatible receiver on this machine. */
async function aChat() {
  const received: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      received.push(body);
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://127.0.0.1:${port}/hook`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
