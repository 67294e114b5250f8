import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { aDeclaredIncident } from "./support/an-incident";
import { moveClock } from "./support/clock";
import { join, setUpAdministrator } from "./support/people";
import { expect, test } from "./support/test";

const source = `# Fail over

## Steps

1. Look at the pods: \`kubectl get pods --context <region>\`
2. Look at the queue: https://grafana.example.org/queue
3. Restart the planner
`;
/** Nothing in it lets a line end. */
const ADDRESS = `https://grafana.example.org/d/${"checkout".repeat(12)}`;
const PHONE = { width: 390, height: 844 };

test("who comes late sees how things stand and joins the call, on a phone too", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const { versionId } = await ada.api.call<{ versionId: string }>("POST", "/runbooks", { source });
  const key = await aDeclaredIncident(ada.api, {
    title: "Checkout returns 503",
    runbookVersionId: versionId,
    callLink: "https://meet.example.org/inc",
  });
  await ada.api.call("PUT", `/incidents/${key}/acknowledgement`);
  const lars = await join(browser, console, ada, "Lars Lind", "responder");
  const { page } = lars;

  await test.step("nothing was posted: the room says nothing of it", async () => {
    await open(page, key);
    await expect(page.getByRole("link", { name: "Join the call" })).toHaveAttribute(
      "href",
      "https://meet.example.org/inc",
    );
    await expect(page.getByRole("region", { name: "How it stands" })).toHaveCount(0);
  });

  await test.step("the words of the last update come with the stream", async () => {
    await ada.api.call("POST", `/incidents/${key}/updates`, {
      number: 1,
      current: "Half of all checkouts fail in eu-west-1.",
      progress: "Rolling back to 4.12.",
      blockers: "",
    });
    const stands = page.getByRole("region", { name: "How it stands" });
    await expect(stands).toContainText("Half of all checkouts fail in eu-west-1.");
    await expect(stands).toContainText("Rolling back to 4.12.");
    await expect(stands).toContainText(/update 1, \d\d:\d\d, Ada/);
    await expect(stands).not.toContainText("Blockers");
    await picture(page, "late-1280");
    await expectAccessible(page);
  });

  await test.step("what somebody pinned stands above the timeline, and leads to it", async () => {
    await ada.api.call("PUT", `/incidents/${key}/entries/1/pin`);
    const pinned = page.getByRole("list", { name: "Pinned for everybody" });
    await expect(pinned.getByRole("listitem")).toHaveCount(1);
    await pinned.getByRole("link", { name: "Pinned: entry 1" }).click();
    await expect(page).toHaveURL(/#entry-1$/);
    await picture(page, "pinned-1280");
  });

  await test.step("what is filled into a command is looked at, for everybody", async () => {
    await page.getByRole("textbox", { name: "region" }).fill("eu-west-1; rm -rf /");
    await page.keyboard.press("Enter");
    for (const words of [
      "region holds “;”, which a shell reads. Check it before you run this.",
      "Deletes files.",
    ])
      await expect(page.getByText(words)).toBeVisible();
    await picture(page, "filled-1280");
    await ada.page.goto(`/incidents/${key}`);
    await expect(ada.page.getByText(/which a shell reads/)).toBeVisible();
  });

  await test.step("on a phone it stands below what is next", async () => {
    await page.setViewportSize(PHONE);
    await open(page, key);
    await expect(page.getByRole("region", { name: "How it stands" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Join the call" })).toBeVisible();
    await page.mouse.wheel(0, 400);
    await picture(page, "late-390");
    await expectAccessible(page);
  });

  await test.step("Back closes a dialog with its words first, and leaves the room then", async () => {
    await page.goto("/");
    await expect(page.getByText(/update due in \d\d:\d\d/)).toBeVisible();
    await page.getByRole("link", { name: "Checkout returns 503" }).click();
    await page.getByRole("button", { name: "Skip…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("It heals by itself.");
    await back(page);
    await expect(dialog).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}$`));
    await page.getByRole("button", { name: "Skip…" }).click();
    await dialog.getByRole("textbox").fill(`Seen on ${ADDRESS}`);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(dialog).toHaveCount(0);
    await back(page);
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByText(/you take part/)).toBeVisible();
    await expect(page.getByText(`You take part in ${key}.`)).toBeVisible();
    await picture(page, "day-390");
  });

  await test.step("a long address in the draft does not make the update wider than the phone", async () => {
    await page.goto(`/incidents/${key}/update`);
    await expect(page.getByLabel("Mitigation progress")).toBeVisible();
    await expect(page.getByLabel("Mitigation progress")).toHaveValue(new RegExp(ADDRESS));
    const field = await page.getByLabel("Mitigation progress").boundingBox();
    await picture(page, "update-390");
    expect(field!.x + field!.width).toBeLessThanOrEqual(PHONE.width);
  });

  await test.step("a commander who is not there is missed, and who may take command reads so", async () => {
    await open(page, key);
    const missed = page.getByRole("status").filter({ hasText: "Ada has command and was not active for" });
    await expect(missed).toHaveCount(0);
    await moveClock(console.databaseUrl, 6);
    await expect(missed).toContainText("a responder once the commander was not active for 10 minutes");
    await moveClock(console.databaseUrl, 5);
    await expect(missed).toContainText("You may take it.");
    await expectAccessible(page);
    await missed.getByRole("button", { name: "Take…" }).click();
    await expect(page.getByRole("dialog", { name: /^Take command of/ })).toBeVisible();
  });
});

async function open(page: Page, key: string): Promise<void> {
  await page.goto(`/incidents/${key}`);
  await expect(page.getByText("Live", { exact: true }).filter({ visible: true })).toHaveCount(1);
}

/** As the browser's own button does: not waiting for a page that does not come. */
function back(page: Page): Promise<unknown> {
  return page.goBack({ timeout: 3_000 }).catch(() => undefined);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/${name}.png` });
}
