import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { aDeclaredIncident, anIncidentInHand } from "./support/an-incident";
import type { Api } from "./support/api";
import { consolePages, pageFiles, type Opens } from "./support/console-pages";
import { aHostileConsole } from "./support/hostile-incident";
import { payloads } from "./support/payloads";
import { join, PASSWORD, setUpAdministrator, signIn } from "./support/people";
import { press } from "./support/press";
import { expect, test } from "./support/test";
import { expectHarmless, watch } from "./support/watch";

test("every page opens for whom it should, under a policy with a nonce of its own", async ({
  browser,
  console,
}) => {
  expect(consolePages.map(({ file }) => file).toSorted()).toEqual(pageFiles().toSorted());
  const ada = await setUpAdministrator(browser, console);
  const people = {
    viewer: await join(browser, console, ada, "Vera Blom", "viewer"),
    responder: await join(browser, console, ada, "Rolf Dahl", "responder"),
    manager: await join(browser, console, ada, "Mara Lind", "manager"),
    administrator: ada,
  };
  const { api } = people.responder;
  const source = readFileSync("e2e/fixtures/import-job.md", "utf8");
  const { versionId } = await api.call<{ versionId: string }>("POST", "/runbooks", { source });
  const key = await anIncidentInHand(api, { title: "Orders are stuck", runbookVersionId: versionId });
  const { state } = await api.call<{ state: { checklists: { id: string }[] } }>("GET", `/incidents/${key}`);
  const list = state.checklists[0]?.id ?? "";
  const pathOf = (address: string) =>
    address.replace("KEY", key).replace("LIST", list).replace("SLUG", "orders");
  await api.call("PUT", `/incidents/${key}/resolution`, { current: "All is well." });
  await api.call("POST", "/runbooks", {
    source: "# Orders\n\n## First\n\n1. Look.\n",
    fileName: "orders.md",
  });
  const nobody = await (await browser.newContext({ baseURL: console.baseUrl })).newPage();

  for (const { address, opens } of consolePages) {
    const path = pathOf(address);
    await test.step(path, async () => {
      const signedOut = await nobody.request.get(path, { maxRedirects: 0 });
      if (opens === "anybody") expect(signedOut.status()).toBe(200);
      else {
        expect([path, signedOut.status()]).toEqual([path, 307]);
        expect(signedOut.headers().location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
      }
      for (const [role, { page }] of Object.entries(people)) {
        if (opens === "anybody") continue;
        const status = (await page.request.get(path)).status();
        expect([path, role, status]).toEqual([path, role, mayOpen(role, opens) ? 200 : 404]);
      }
    });
  }

  const seen = await watch(ada.context, console.baseUrl);
  for (const { address, opens } of consolePages) {
    const path = pathOf(address);
    await test.step(`${path} under its policy`, async () => {
      const nonces = [await nonceOf(ada.page, path), await nonceOf(ada.page, path)];
      expect(nonces[0]).not.toBe(nonces[1]);
      if (opens !== "anybody") await expect(ada.page.getByRole("navigation", { name: "Main" })).toBeVisible();
      await expectHarmless(ada.page, seen);
    });
  }
});

test("what people write never becomes a script, and fetches nothing", async ({ browser, console }) => {
  test.setTimeout(300_000);
  const ada = await setUpAdministrator(browser, console);
  const { running, resolved, slug } = await aHostileConsole(console, ada);
  const seen = await watch(ada.context, console.baseUrl);
  const { page } = ada;
  const [first = ""] = payloads();
  const hostile = page.getByText("__alarm()").filter({ visible: true }).first();

  await test.step("the watch itself sees what a script does, and what it would do at a click", async () => {
    const naive = await ada.context.newPage();
    await naive.setContent(`<a href="javascript:__alarm()">go</a>${first}`);
    await expect.poll(() => seen.alarms.splice(0)).not.toEqual([]);
    await expect(expectHarmless(naive, seen)).rejects.toThrow("A to javascript:");
    await naive.close();
  });

  await test.step("in the room of somebody who looks while it is written", async () => {
    await page.goto(`/incidents/${running}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await ada.api.call("POST", `/incidents/${running}/notes`, { text: `live ${payloads().join("\n")}` });
    await expect(page.getByText(`live ${first}`).first()).toBeVisible();
    await expectHarmless(page, seen);
  });

  await test.step("in the room, back to its first entry", async () => {
    await showWholeTimeline(page);
    await expectHarmless(page, seen);
  });

  const paths = ["/", `/incidents/${resolved}`, `/reviews/${resolved}`, "/reviews", "/runbooks"];
  paths.push(
    `/runbooks/${slug}`,
    `/runbooks/${slug}/edit`,
    `/runbooks/${slug}/versions/1`,
    "/admin/people",
    "/admin/catalogue",
    "/admin/audit",
    ...(await pagesOfTheList(ada.api)),
  );
  for (const path of paths) {
    await test.step(`on ${path}`, async () => {
      await page.goto(path);
      await expect(hostile).toBeVisible();
      await expectHarmless(page, seen);
    });
  }

  await test.step("in the composer", async () => {
    await page.goto(`/incidents/${running}/update`);
    await expect(page.getByLabel("Current status")).toHaveValue(/__alarm/);
    await expectHarmless(page, seen);
  });

  await test.step("in the preview of a runbook as it is pasted", async () => {
    await page.goto("/runbooks/import");
    await page
      .getByLabel("Markdown", { exact: true })
      .fill(`# Pasted\n\n## Steps\n\n${payloads().join("\n\n")}`);
    await expect(page.getByRole("heading", { name: "Steps" })).toBeVisible();
    await expectHarmless(page, seen);
  });

  await test.step("in what the addresses of the sign-in page say", async () => {
    for (const next of [
      "javascript:__alarm()",
      "//elsewhere.test/",
      "/\\elsewhere.test",
      "https://elsewhere.test",
    ]) {
      const stranger = await browser.newContext({ baseURL: console.baseUrl });
      const seenThere = await watch(stranger, console.baseUrl);
      const there = await stranger.newPage();
      const query = new URLSearchParams({ next, error: `<img src=x onerror=__alarm()>${first}` });
      await there.goto(`/sign-in?${query.toString()}`);
      await there.getByLabel("E-mail address").fill(ada.email);
      await there.getByLabel("Password", { exact: true }).fill(PASSWORD);
      await there.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(there.getByRole("navigation", { name: "Main" })).toBeVisible();
      expect(new URL(there.url()).origin).toBe(console.baseUrl);
      await expectHarmless(there, seenThere);
      await stranger.close();
    }
  });
});

test("signing out everywhere in one browser ends the other, its stream included", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const key = await aDeclaredIncident(ada.api, { title: "Orders are stuck" });
  const elsewhere = await browser.newContext({ baseURL: console.baseUrl });
  const other = await elsewhere.newPage();
  await signIn(other, ada.email);
  await other.goto(`/incidents/${key}`);
  await expect(other.getByText("Live", { exact: true }).first()).toBeVisible();
  const [cookie] = (await elsewhere.cookies()).filter(({ name }) => name.includes("session"));
  const stream = await fetch(`${console.baseUrl}/api/stream`, {
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
  });
  expect(stream.status).toBe(200);
  const over = drained(stream);

  await ada.page.goto("/profile");
  await press(ada.page.getByRole("button", { name: /sign out everywhere/i }));
  const dialog = ada.page.getByRole("dialog").or(ada.page.getByRole("alertdialog"));
  await dialog.getByRole("button", { name: /sign out/i }).click();
  await over;
  await expect(other.getByText("Live", { exact: true })).toHaveCount(0);
  expect((await other.request.get("/api/v1/me")).status()).toBe(401);
  // In a page of its own: the other one may be on its way to sign in by itself.
  const again = await elsewhere.newPage();
  await again.goto(`/incidents/${key}`);
  await expect(again).toHaveURL(/\/sign-in\?next=/);
});

function mayOpen(role: string, opens: Opens): boolean {
  const roles = { responder: ["responder", "manager", "administrator"], administrator: ["administrator"] };
  return opens === "signed in" || opens === "anybody" || roles[opens].includes(role);
}

async function nonceOf(page: Page, path: string): Promise<string> {
  const response = await page.goto(path);
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy, path).toMatch(/frame-ancestors 'none'/);
  expect(policy, path).not.toMatch(/script-src[^;]*unsafe/);
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
}

/** Reads older entries until there are none. */
async function showWholeTimeline(page: Page): Promise<void> {
  const entries = page.locator("[id^=entry-]");
  while ((await page.locator("#entry-1").count()) === 0) {
    const before = await entries.count();
    await page.getByRole("button", { name: "Show older" }).click();
    await expect.poll(() => entries.count()).toBeGreaterThan(before);
  }
}

/** The addresses of all pages of the list. */
async function pagesOfTheList(api: Api): Promise<string[]> {
  const paths = ["/incidents"];
  for (let next: string | null = ""; next !== null;) {
    const page: { next: string | null } = await api.call("GET", `/incidents${next}`);
    next = page.next === null ? null : `?${new URLSearchParams({ after: page.next }).toString()}`;
    if (next !== null) paths.push(`/incidents${next}`);
  }
  return paths;
}

/** Reads a stream to its end. */
async function drained(response: Response): Promise<void> {
  const reader = response.body?.getReader();
  while (reader && !(await reader.read().catch(() => ({ done: true }))).done);
}
