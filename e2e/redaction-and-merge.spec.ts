import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { anIncidentInHand } from "./support/an-incident";
import { join, setUpAdministrator, type Person } from "./support/people";
import { expectRecordToHold } from "./support/record";
import { slowly } from "./support/slowly";
import { expect, test } from "./support/test";

const SECRET = "orders-db password hunter2";

interface Written {
  entries: { texts: Record<string, string>; seq: number }[];
}

test("words that a manager redacts leave every open screen at once, and a sign-off outlives it", async ({
  browser,
  console,
}) => {
  const manager = await setUpAdministrator(browser, console);
  const commander = await join(browser, console, manager, "Elias Brandt", "responder");
  const { page, api } = commander;
  const key = await anIncidentInHand(api, { title: "Orders are stuck" });
  const noted = await api.call<Written>("POST", `/incidents/${key}/notes`, { text: SECRET });
  await api.call("PUT", `/incidents/${key}/entries/${noted.entries[0]?.seq}/pin`);

  await test.step("from the room, from the update and from the final update that are being written", async () => {
    await page.goto(`/incidents/${key}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(timeline(page).getByText(SECRET).first()).toBeVisible();
    const composer = await commander.context.newPage();
    await composer.goto(`/incidents/${key}/update`);
    await expect(composer.getByRole("textbox").filter({ hasText: SECRET })).toHaveCount(1);
    await composer.getByLabel("Blockers").fill("None.");
    await expect(composer.getByText(/Draft saved/).first()).toBeVisible();
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: /^Resolve/ }).click();
    const resolving = page.getByRole("dialog", { name: `Resolve ${key}` });
    await expect(resolving.getByRole("textbox").filter({ hasText: SECRET })).toHaveCount(1);
    await resolving.getByLabel("What is still open").fill("Nothing at all.");
    await redact(manager, key, noted);
    await expect(resolving.getByRole("textbox").filter({ hasText: "[redacted]" })).toHaveCount(1);
    await expect(resolving.getByRole("textbox").filter({ hasText: SECRET })).toHaveCount(0);
    await expect(resolving.getByLabel("What is still open")).toHaveValue("Nothing at all.");
    const current = resolving.getByLabel("How things stand now");
    const put = (await current.inputValue()).replace("[redacted]", "[redacted]: it was changed");
    await current.fill(put);
    await expect(current).toHaveValue(put);
    await page.keyboard.press("Escape");
    await expect(timeline(page).getByText("words redacted")).toBeVisible();
    await expect(timeline(page).getByText(SECRET)).toHaveCount(0);
    await expect(composer.getByRole("textbox").filter({ hasText: SECRET })).toHaveCount(0);
    await composer.close();
  });

  await test.step("from a summary that is signed off, which says so", async () => {
    await api.call("POST", `/incidents/${key}/follow-ups`, { title: SECRET, kind: "prevent" });
    await api.call("PUT", `/incidents/${key}/resolution`, {
      current: "All is well.",
      progress: "",
      blockers: "",
    });
    for (const part of ["impact", "rootCause", "remediation", "wentWell"])
      await api.call("PUT", `/incidents/${key}/summary/parts`, { part, base: "", text: `About ${SECRET}.` });
    await api.call("PUT", `/incidents/${key}/summary/submission`);
    const { version, sha256 } = await manager.api.call<{ version: number; sha256: string }>(
      "GET",
      `/incidents/${key}/summary`,
    );
    await manager.api.call("POST", `/incidents/${key}/summary/sign-offs`, { version, sha256 });
    await page.goto(`/reviews/${key}`);
    await expect(page.getByText("Exactly this text is signed off")).toBeVisible();
    await expect(page.getByText(SECRET).first()).toBeVisible();
    await redact(manager, key, await followUpOf(commander, key));
    await expect(page.getByText("About [redacted].").first()).toBeVisible();
    await expect(page.getByText(SECRET)).toHaveCount(0);
    await expect(page.getByText(/Words in it were redacted by Ada Okoye/)).toBeVisible();
    await expectRecordToHold(console.databaseUrl, key);
  });
});

test("an incident that is merged shows on both timelines, each naming the other, while both are open", async ({
  browser,
  console,
}) => {
  const { page, context, api } = await setUpAdministrator(browser, console);
  const title = "Orders are stuck, and customers of all shops in Europe cannot pay";
  const kept = await anIncidentInHand(api, { title });
  const double = await anIncidentInHand(api, { title: "Nobody can order" });
  const other = await context.newPage();
  await page.goto(`/incidents/${kept}`);
  await other.goto(`/incidents/${double}`);
  for (const room of [page, other])
    await expect(room.getByText("Live", { exact: true }).first()).toBeVisible();

  await test.step("the other one is chosen among those that are open", async () => {
    await other.getByRole("button", { name: "More actions" }).click();
    await other.getByRole("menuitem", { name: "Cancel or merge…" }).click();
    const dialog = other.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Keep it open" })).toBeVisible();
    await expect(dialog.getByRole("button", { name: `Cancel ${double}` })).toBeVisible();
    await dialog.getByLabel("Merged into another incident").check();
    const into = dialog.getByLabel("Into which");
    const found = await slowly(other, "**/api/v1/incidents?*");
    await into.focus();
    await expect.poll(found.count).toBe(1);
    // Nobody knows yet whether another one is open.
    await expect(dialog.getByRole("alert")).toHaveCount(0);
    found.go();
    await into.fill("zeppelin");
    await expect(dialog.getByText("No other open incident fits “zeppelin”.")).toBeVisible();
    await into.fill(kept.replace("INC-", ""));
    await expect(dialog.getByRole("option")).toHaveText([`${kept} ${title}`]);
    await expectAccessible(other);
    await picture(other, "choose");
    await other.keyboard.press("Enter");
    await dialog.getByLabel("Reason").fill("The same cause");
    await picture(other, "chosen");
    const [frame, line] = [await dialog.boundingBox(), await dialog.getByLabel("Reason").boundingBox()];
    expect(line!.x + line!.width).toBeLessThan(frame!.x + frame!.width);
    await dialog.getByRole("button", { name: `Merge ${double} into ${kept}` }).click();
    await expect(dialog).toHaveCount(0);
  });

  await expect(timeline(page).getByText(`merged ${double} into this`)).toBeVisible();
  await expect(timeline(other).getByText(`merged this into ${kept}`)).toBeVisible();
  await expect(timeline(other).getByRole("link", { name: kept, exact: true })).toBeVisible();
  await expect(other.getByText("Start a section")).toHaveCount(0);
  await expectAccessible(other);
  await picture(other, "merged");
  await expectRecordToHold(console.databaseUrl, kept);
  await expectRecordToHold(console.databaseUrl, double);
  await other
    .getByRole("status")
    .filter({ hasText: `Merged into ${kept}.` })
    .getByRole("link")
    .click();
  await expect(other).toHaveURL(new RegExp(`/incidents/${kept}$`));
});

function timeline(page: Page) {
  return page.getByRole("complementary", { name: "Timeline" });
}

/** Through the API, as somebody on another screen does. */
async function redact({ api }: Person, key: string, { entries }: Written): Promise<void> {
  const textIds = entries.flatMap(({ texts }) => Object.keys(texts));
  await api.call("POST", `/incidents/${key}/redactions`, { textIds, reason: "A password was pasted" });
}

async function followUpOf({ api }: Person, key: string): Promise<Written> {
  const { entries } = await api.call<Written>("GET", `/incidents/${key}/entries?kind=follow_up.added`);
  return { entries };
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/merge-${name}-1280.png` });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `test-results/merge-${name}-390.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
}
