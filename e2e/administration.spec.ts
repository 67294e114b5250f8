import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { anIncidentInHand } from "./support/an-incident";
import { aLine } from "./support/line";
import { join, setUpAdministrator } from "./support/people";
import { press, takenOver } from "./support/press";
import { expectRecordToHold } from "./support/record";
import { slowly } from "./support/slowly";
import { expect, test } from "./support/test";

const RUNBOOK = [
  "# Orders do not arrive",
  "## First look",
  "1. See whether orders answers: `GET /health/<region>`",
  '   - Expected: `"up": true`',
  "2. Say in the channel what you saw.",
].join("\n");

test("a target is named, a step asks it, and a token does what it was made for until it is revoked", async ({
  browser,
  console,
}) => {
  const orders = await aService();
  const ada = await setUpAdministrator(browser, console);
  const elias = await join(browser, console, ada, "Elias Brandt", "responder");
  const { page, api } = ada;
  const { versionId } = await api.call<{ versionId: string }>("POST", "/runbooks", { source: RUNBOOK });
  const key = await anIncidentInHand(api, { title: "Orders stop", runbookVersionId: versionId });
  const line = await aLine(console);
  const next = page.getByRole("region", { name: "Next for you" });
  const run = next.getByRole("button", { name: "Run" });

  await test.step("targets are added one after another, a refused one keeps what was typed", async () => {
    await page.goto("/admin/targets");
    const form = page.getByRole("form", { name: "Add a target" });
    await form.getByLabel("Name").fill("metrics");
    await (await takenOver(form.getByLabel(/^Prometheus/))).check();
    await form.getByLabel("Address").fill("http://169.254.169.254/");
    await form.getByRole("button", { name: "Add target" }).click();
    await expect(form.getByRole("alert")).toContainText("QUARTERDECK_OUTGOING_HOSTS");
    await expect(form.getByLabel("Name")).toHaveValue("metrics");
    await form.getByLabel("Address").fill(orders.url);
    await form.getByRole("button", { name: "Add target" }).click();
    const list = page.getByRole("list", { name: "Targets" });
    await expect(list.getByRole("listitem")).toHaveText([/metrics.*Prometheus/]);
    await expect(form.getByLabel("Name")).toBeFocused();
    await page.keyboard.type("orders");
    await form.getByLabel("Address").fill(orders.url);
    await form.getByLabel("Token").fill("opens-orders");
    await form.getByRole("button", { name: "Add target" }).click();
    await expect(list.getByRole("listitem").filter({ hasText: "orders" })).toContainText(
      /HTTP.*with a token/,
    );
    await look(page, "targets");
  });

  await test.step("a step asks it once its gap is filled in, and everybody sees what came back", async () => {
    for (const each of [elias.page, page]) {
      await each.goto(`${line.console.baseUrl}/incidents/${key}`);
      await expect(each.getByText("Live", { exact: true }).first()).toBeVisible();
    }
    await expect(run).toHaveAttribute("aria-disabled", "true");
    const fills = await slowly(page, "**/placeholders");
    await next.getByRole("textbox", { name: "region" }).fill("eu/1");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    fills.go();
    await run.click();
    await expect(next.getByText("as expected", { exact: true })).toBeVisible();
    expect(orders.asked).toEqual(["GET /health/eu%2F1 Bearer opens-orders"]);
    await expect(run).toBeFocused();
    expect(fills.count()).toBe(1);
    orders.answersWith(503);
    await run.click();
    await expect(next.getByText("not as expected")).toBeVisible();
    for (const each of [elias.page, page])
      await expect(each.getByRole("region", { name: "Checklists" })).toContainText(
        /503 in \d+ ms, not as expected/,
      );
    await look(page, "check");
    await expectRecordToHold(console.databaseUrl, key);
  });

  await test.step("without a connection it says that it waits, and nothing is asked later", async () => {
    line.cut();
    const waits = next.getByRole("listitem").filter({ hasText: /^Waits for the connection/ });
    await expect(waits).toBeVisible();
    await expect(run).toHaveAttribute("aria-disabled", "true");
    line.mend();
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible({ timeout: 20_000 });
    await expect(waits).toBeHidden();
    await expect(run).not.toHaveAttribute("aria-disabled", "true");
    expect(orders.asked).toHaveLength(2);
  });

  await test.step("nothing is asked of a target that was removed", async () => {
    await page.goto("/admin/targets");
    await press(page.getByRole("button", { name: "Remove orders" }));
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    // What stands behind a dialog is hidden already.
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("button", { name: "Remove orders" })).toBeHidden();
    await page.goto(`/incidents/${key}`);
    await expect(next.getByText("No target is set for it")).toBeVisible();
  });

  await test.step("a token is shown once, does what it may, and nothing once it is revoked", async () => {
    await page.goto("/admin/tokens");
    await press(page.getByRole("button", { name: "Make a token" }));
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name", { exact: true }).fill("deploys");
    await dialog.getByLabel("Read incidents, their timelines and updates").check();
    // A double click is one act, and does not press what comes in its place.
    await dialog.getByRole("button", { name: /^Make the token/ }).dblclick();
    const secret = await dialog.getByTestId("token").innerText();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Done" }).click();
    const ask = (method: "GET" | "POST", path: string) =>
      fetch(`${console.baseUrl}/api/v1${path}`, { method, headers: { authorization: `Bearer ${secret}` } });
    expect((await ask("GET", `/incidents/${key}`)).status).toBe(200);
    expect((await ask("GET", "/runbooks")).status).toBe(403);
    await page.reload();
    const row = page.getByRole("list", { name: "Tokens" }).getByRole("listitem");
    await expect(row).toContainText(/deploys.*incident\.read.*used/);
    await expect(page.getByText(secret)).toHaveCount(0);
    await look(page, "tokens");
    await press(page.getByRole("button", { name: "Revoke deploys" }));
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(row).toHaveCount(0);
    expect((await ask("GET", `/incidents/${key}`)).status).toBe(401);
  });
  await line.close();
  await orders.stop();
});

/** A service on this machine that says how it is, and what it was asked. */
async function aService() {
  const asked: string[] = [];
  let status = 200;
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(status, { "content-type": "application/json" }).end('{"up": true}');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answersWith: (next: number) => (status = next),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await page.screenshot({ path: `test-results/administration-${name}-1280.png` });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.screenshot({ path: `test-results/administration-${name}-390.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
}
