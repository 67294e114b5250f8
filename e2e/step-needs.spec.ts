import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { aDeclaredIncident } from "./support/an-incident";
import { moveClock } from "./support/clock";
import { join, setUpAdministrator } from "./support/people";
import { expectRecordToHold } from "./support/record";
import { pressForStep } from "./support/step-at-hand";
import { expect, test } from "./support/test";

const source = readFileSync("e2e/fixtures/fail-over.md", "utf8");

test("a step asks for evidence, another waits for a second person, and timers run out", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const elias = await join(browser, console, ada, "Elias Brandt", "responder");
  const { versionId } = await ada.api.call<{ versionId: string }>("POST", "/runbooks", { source });
  const key = await aDeclaredIncident(ada.api, {
    title: "Orders database lags behind",
    runbookVersionId: versionId,
  });
  await ada.api.call("PUT", `/incidents/${key}/acknowledgement`);
  for (const { page } of [ada, elias]) {
    await page.goto(`/incidents/${key}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  }
  const { page } = elias;
  const next = nextOf(page);
  const titleOf = (of: Page) => nextOf(of).getByRole("heading", { level: 3 });
  const timeline = ada.page.getByRole("complementary", { name: "Timeline" });

  await test.step("who has command may tick without: the dialog goes on with that, and each keeps its words", async () => {
    await ada.page.getByRole("button", { name: /^Read the lag/ }).click();
    await pressForStep(ada.page, "t");
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByLabel("What came out").fill("No lag");
    await dialog.getByRole("button", { name: "Tick without evidence…" }).click();
    await expect(dialog.getByLabel("Why without evidence?")).toBeFocused();
    await ada.page.keyboard.type("No time");
    await ada.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await ada.page.keyboard.press("t");
    await expect(dialog.getByLabel("What came out")).toHaveValue("No lag");
    await dialog.getByRole("button", { name: "Tick without evidence…" }).click();
    await expect(dialog.getByLabel("Why without evidence?")).toHaveValue("No time");
    await ada.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("a tick asks for the evidence first, and keeps both", async () => {
    await page.getByRole("button", { name: /^Read the lag/ }).click();
    await expect(next.getByText(/needs evidence/)).toBeVisible();
    await pressForStep(page, "t");
    const dialog = page.getByRole("dialog", { name: /^Evidence for: Read the lag/ });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Tick without evidence…" })).toBeHidden();
    await expectAccessible(page);
    const broken = { name: "lag.png", mimeType: "image/png", buffer: Buffer.from("no picture") };
    await dialog.getByLabel("Image…").setInputFiles(broken);
    await expect(dialog.getByRole("alert")).toContainText("lag.png holds no image");
    await copyPicture(page);
    await dialog.getByLabel("What came out").press("ControlOrMeta+v");
    await expect(dialog.getByAltText("The image to be added")).toBeVisible();
    await dialog.getByLabel("What the image shows (optional)").fill("Lag of both standbys");
    await picture(page, "evidence-1280");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Add it and tick" }).click();
    await expect(page.getByRole("button", { name: /^Untick: Read the lag/ })).toBeVisible();
  });

  await test.step("the other sees the image on the step and the timeline; it opens large, in a sandbox", async () => {
    const images = ada.page.getByRole("img", { name: "Lag of both standbys" });
    await expect(images).toHaveCount(2);
    await expect
      .poll(() => images.first().evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(320);
    const link = timeline.getByRole("link", { name: "Lag of both standbys" });
    const shown = await ada.page.request.get((await link.getAttribute("href")) ?? "");
    expect(shown.headers()).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    await picture(ada.page, "image-1280");
    await expectAccessible(ada.page);
  });

  await test.step("the first of two ticks leaves it in progress", async () => {
    await page.getByRole("button", { name: /^With two people/ }).click();
    await expect(next.getByText(/needs a second person/)).toBeVisible();
    await pressForStep(page, "t");
    await expect(page.getByText(/^Waits for a second person: With two people/)).toBeVisible();
    await expect(page.getByText("waits for a second person to confirm it")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Take it back: With two people/ })).toBeVisible();
  });

  await test.step("it is offered to the other, who looks and confirms", async () => {
    const row = ada.page.getByRole("button", { name: /^With two people: promote/ });
    await row.click();
    await expect(nextOf(ada.page).getByText(/Elias did it and needs a second person/)).toBeVisible();
    await picture(ada.page, "second-person-1280");
    await expectAccessible(ada.page);
    await ada.page.setViewportSize({ width: 390, height: 844 });
    await picture(ada.page, "second-person-390");
    await expectAccessible(ada.page);
    await ada.page.setViewportSize({ width: 1280, height: 800 });
    await pressForStep(ada.page, "t");
    await expect(ada.page.getByText("done by Elias, confirmed by Ada")).toBeVisible();
    await expect(page.getByText("done by Elias, confirmed by Ada")).toBeVisible();
    await expect(timeline.getByText(/asked a second person to confirm With two people/)).toBeVisible();
    await expect(timeline.getByText(/confirmed what Elias did: With two people/)).toBeVisible();
  });

  await test.step("a section's timer runs from its start, runs out, and is given more time", async () => {
    const timer = timerFor(ada.page, "First five minutes");
    await expect(timer).toHaveText(/ 0[34]:\d\d left,/);
    await moveClock(console.databaseUrl, 5);
    await expect(timeline.getByText(/The timer ran out at .* for First five minutes/)).toBeVisible();
    await expect(timer).toHaveText(/ \+0\d:\d\d over,/);
    await picture(ada.page, "timer-over-1280");
    await timer.click();
    await expectAccessible(ada.page);
    await ada.page.getByRole("menuitem", { name: "15 min more…" }).click();
    await ada.page.getByLabel("Why does it take longer?").fill("The standby is slow to start");
    await ada.page.getByRole("button", { name: "Give it more time" }).click();
    await expect(timer).toHaveText(/ 1[45]:\d\d left,/);
    await expect(timerFor(page, "First five minutes")).toHaveText(/ 1[45]:\d\d left,/);
  });

  await test.step("it ends by itself with the last step; a step's own is started by hand", async () => {
    await ada.page.getByRole("button", { name: /^Tick: Say in/ }).click();
    await expect(
      timeline.getByText(/The timer ended .* before it ran out for First five minutes/),
    ).toBeVisible();
    const checklists = ada.page.getByRole("region", { name: "Checklists" });
    const watch = checklists.getByRole("listitem").filter({ hasText: "Watch the queue" }).last();
    await watch.getByRole("button", { name: /^Start timer of 15 min/ }).click();
    await expect(watch.getByRole("button", { name: /^Timer for Watch/ })).toHaveText(/ 1[45]:\d\d left,/);
    await picture(ada.page, "timer-step-1280");
    await ada.page.setViewportSize({ width: 390, height: 844 });
    await ada.page
      .getByRole("navigation", { name: "Parts of the room" })
      .getByText(/^Steps/)
      .click();
    await picture(ada.page, "timer-step-390");
    await expectAccessible(ada.page);
  });

  await expect(titleOf(page)).not.toHaveText(/^With two people/);
  await expectRecordToHold(console.databaseUrl, key);
});

function nextOf(page: Page) {
  return page.getByRole("region", { name: "Next for you" });
}

function timerFor(page: Page, section: string) {
  return page
    .getByRole("region", { name: "Checklists" })
    .getByRole("button", { name: `Timer for ${section}` });
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/${name}.png` });
}

/** Puts a screenshot's worth of pixels on the clipboard. */
async function copyPicture(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 200 });
    const pen = canvas.getContext("2d");
    pen?.fillText("standby-2: 41 s behind", 20, 100);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (blob) await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  });
}
