import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { anIncidentInHand } from "./support/an-incident";
import { join, setUpAdministrator } from "./support/people";
import { press } from "./support/press";
import { slowly } from "./support/slowly";
import { expect, test } from "./support/test";

const markdown = (page: Page) => page.getByRole("textbox", { name: "Markdown" });

/** Opens the menu of a piece in the preview and takes one of it. */
async function change(page: Page, piece: RegExp, item: string): Promise<void> {
  await page.getByRole("button", { name: piece }).click();
  const kind = page.getByRole("menuitemcheckbox", { name: item, exact: true });
  await page.getByRole("menuitem", { name: item }).or(kind).click();
}

/** At which places these steps stand among each other in the checklist, from 1. */
async function order(page: Page, steps: string[]): Promise<number[]> {
  const labels = await page
    .getByRole("button", { name: /^Change: / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""));
  const at = steps.map((step) => labels.findIndex((label) => label.startsWith(`Change: ${step}`)));
  return at.map((place) => at.filter((other) => other <= place).length);
}

async function save(page: Page, why: string | null, how: "Save draft" | "Save and publish"): Promise<void> {
  await page.getByRole("button", { name: "Save…" }).click();
  const dialog = page.getByRole("dialog");
  if (why !== null) await dialog.getByLabel("Why").fill(why);
  await dialog.getByRole("button", { name: how }).click();
}

test("a runbook is written, changed by steps, drafted, published, compared and brought back", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const mara = await join(browser, console, ada, "Mara Lind", "responder");
  const { page } = ada;

  await test.step("from the template; the checklist follows what is typed", async () => {
    await page.goto("/runbooks");
    await page.getByRole("link", { name: "New", exact: true }).first().click();
    await expect(page.getByRole("heading", { name: "First five minutes" })).toBeVisible();
    const template = await markdown(page).inputValue();
    await markdown(page).fill(template.replace(/^# .*/, "# Search is slow"));
    await expect(page.getByRole("heading", { level: 2, name: "Search is slow" }).first()).toBeVisible();
    await expect(
      page.getByRole("definition").filter({ hasText: "call whoever runs the cluster" }),
    ).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("small changes of steps are written back as Markdown", async () => {
    await change(page, /^Change: Say who leads/, "Move down");
    await expect(markdown(page)).toHaveValue(/\n1\. \*\*See how bad it is[^]*\n2\. \*\*Say who leads/);
    // The checklist follows, and takes the focus along: a menu that is open by then would close.
    await expect.poll(() => order(page, ["See how bad", "Say who leads"])).toEqual([1, 2]);
    await expect(page.getByRole("button", { name: /^Change: Say who leads/ })).toBeFocused();
    await change(page, /^Change: Check what it depends on/, "Change the text…");
    await page.getByLabel("Text of the step").fill("Check how old the index is.");
    await page.keyboard.press("Enter");
    await expect(markdown(page)).toHaveValue(/\n2\. Check how old the index is\.\n/);
  });

  await test.step("a field that is open is taken in by Ctrl+Enter, and by a save", async () => {
    const before = await markdown(page).inputValue();
    const added = page.getByRole("button", { name: /^Change: Look at the queue/ });
    await change(page, /^Change: Check how old/, "Add a step below…");
    await page.getByLabel("Text of the new step").fill("Look at the queue.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(added).toBeFocused();
    await change(page, /^Change: Look at the queue/, "Change the text…");
    await page.getByLabel("Text of the step").fill("Look at the queue twice.");
    await page.keyboard.press("ControlOrMeta+s");
    await expect(page.getByRole("dialog").getByLabel("Why")).toBeVisible();
    await page.screenshot({ path: "test-results/editor-taken-in.png" });
    await page.keyboard.press("Escape");
    await expect(markdown(page)).toHaveValue(/\n3\. Look at the queue twice\.\n/);
    await expect(page.getByText("Reading…")).toHaveCount(0);
    await change(page, /^Change: Look at the queue/, "Change the text…");
    await page.getByLabel("Text of the step").fill("Look at the queue thrice.");
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Stay" }).click();
    await expect(markdown(page)).toHaveValue(/\n3\. Look at the queue thrice\.\n/);
    await page.keyboard.press("ControlOrMeta+z");
    await page.keyboard.press("ControlOrMeta+z");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(markdown(page)).toHaveValue(before);
    await expect(page.getByText("Reading…")).toHaveCount(0);
  });

  await test.step("such a change can be undone until something else is typed", async () => {
    const before = await markdown(page).inputValue();
    const reading = page.getByText("Reading…");
    await expect(reading).toHaveCount(0);
    await change(page, /^Change: Say who leads/, "Delete");
    await expect(markdown(page)).not.toHaveValue(/Say who leads/);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(markdown(page)).toHaveValue(before);
    await expect(reading).toHaveCount(0);
    await change(page, /^Change: Say who leads/, "Delete");
    await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(1);
    await markdown(page).press("ControlOrMeta+End");
    await markdown(page).pressSequentially("Kept by search.");
    await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
    await expect(markdown(page)).toHaveValue(/Kept by search\.$/);
    await markdown(page).fill(before);
  });

  await test.step("a step is made a note, and one of its ways all of them, in the Markdown; ⌘Z takes both back", async () => {
    const before = await markdown(page).inputValue();
    await expect(page.getByText("Reading…")).toHaveCount(0);
    await change(page, /^Change: Tell support/, "Note");
    await expect(markdown(page)).toHaveValue(/\n2\. Note: Tell support what to answer\.\n/);
    await expect(page.getByRole("button", { name: /^Change: Note: Tell support/ })).toBeFocused();
    await change(page, /^Change: Check the logs/, "Alternative: one of its list is enough");
    await expect(markdown(page)).toHaveValue(/\n1\. Check the logs of the service for the error, or\n/);
    await expect(page.getByRole("button", { name: /^Change: Check the logs/ })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(markdown(page)).not.toHaveValue(/for the error, or\n/);
    await markdown(page).press("ControlOrMeta+z");
    await expect(markdown(page)).toHaveValue(before);
    await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
    await expect(page.getByText("Reading…")).toHaveCount(0);
  });

  await test.step("of two changes at once the one that is still being read gives way, and says so", async () => {
    const before = await markdown(page).inputValue();
    const readings = await slowly(page, "**/runbooks/previews");
    await change(page, /^Change: Ask what changed/, "Note");
    await expect.poll(readings.count).toBe(1);
    await change(page, /^Change: what customers see/, "Exit criterion");
    readings.go();
    await expect(page.getByText("The text was changed meanwhile. Try again.")).toBeVisible();
    await expect(page.getByText(/^holds back/)).toHaveCount(4);
    await expect(markdown(page)).toHaveValue(before);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(page.getByText(/^holds back/)).toHaveCount(3);
    await page.unroute("**/runbooks/previews");
  });

  await test.step("what Markdown cannot say of one piece is kept beside it, by keyboard, and can be undone", async () => {
    const before = await markdown(page).inputValue();
    const note = page.getByRole("button", { name: /^Change: what customers see/ });
    const criteria = page.getByText(/^holds back/);
    await expect(criteria).toHaveCount(3);
    await note.press("Enter");
    await page.getByRole("menuitemcheckbox", { name: "Exit criterion" }).press("Enter");
    await expect(criteria).toHaveCount(4);
    await expect(page.getByText("changed", { exact: true })).toBeVisible();
    await expect(note).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(criteria).toHaveCount(3);
    await note.press("Enter");
    await page.getByRole("menuitemcheckbox", { name: "Exit criterion" }).press("Enter");
    await expect(criteria).toHaveCount(4);
    await expect(markdown(page)).toHaveValue(before);
    for (const [width, height] of [
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      if (width === 390) await page.getByText("Checklist", { exact: true }).click();
      await note.click();
      await expect(page.getByRole("menuitemcheckbox", { name: "Exit criterion" })).toBeVisible();
      await page.screenshot({ path: `test-results/editor-kinds-${width}.png` });
      await page.keyboard.press("Escape");
      await page.screenshot({ path: `test-results/editor-pieces-${width}.png` });
      await expectAccessible(page);
    }
  });

  await test.step("who leaves by the navigation or a key is asked, and finds what an open field held", async () => {
    const before = await markdown(page).inputValue();
    await change(page, /^Change: Say who leads/, "Change the text…");
    await page.getByLabel("Text of the step").fill("Say who commands.");
    const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Incidents" }).click();
    await page.screenshot({ path: "test-results/editor-leaving.png" });
    await dialog.getByRole("button", { name: "Stay" }).click();
    await expect(markdown(page)).toHaveValue(/\n2\. Say who commands\.\n/);
    await expect(page.getByText("Reading…")).toHaveCount(0);
    await change(page, /^Change: Say who commands/, "Change the text…");
    await page.getByLabel("Text of the step").fill("Say who leads it.");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Incidents" }).click();
    await dialog.getByRole("button", { name: "Leave", exact: true }).click();
    await page.waitForURL(/\/incidents$/);
    await page.goBack();
    await expect(markdown(page)).toHaveValue(/\n2\. Say who leads it\.\n/);
    await markdown(page).fill(before);
    await expect(page.getByText(/^holds back/)).toHaveCount(4);
  });

  await test.step("a reload asks first, and loses nothing", async () => {
    let asked = false;
    page.once("dialog", (dialog) => {
      asked = dialog.type() === "beforeunload";
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toBe(true);
    await expect(markdown(page)).toHaveValue(/Check how old the index is/);
    await expect(page.getByText(/^holds back/)).toHaveCount(4);
  });

  await test.step("a draft is offered to nobody until it is published", async () => {
    await save(page, null, "Save draft");
    await page.waitForURL(/\/runbooks\/search-is-slow\/versions\/1$/);
    await expect(page.getByText("draft", { exact: true })).toBeVisible();
    await expectAccessible(page);
    const offered = () =>
      ada.api.call<{ suggestions: unknown[] }>("GET", "/runbooks/suggestions?words=search%20is%20slow");
    expect((await offered()).suggestions).toEqual([]);
    const key = await anIncidentInHand(ada.api, { title: "Results are late", severity: 3 });
    await mara.page.goto(`/incidents/${key}`);
    await press(mara.page.getByRole("button", { name: "Add a checklist" }));
    await mara.page.getByLabel("Find a runbook").fill("search");
    await expect(mara.page.getByText("No published runbook has these words.")).toBeVisible();
    await page.getByRole("button", { name: "Publish…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await page.waitForURL(/\/runbooks\/search-is-slow$/);
    await expect(page.getByText("published", { exact: true })).toBeVisible();
    expect((await offered()).suggestions).toHaveLength(1);
  });

  await test.step("two change it from the same version: the second is told and loses no word", async () => {
    await mara.page.goto("/runbooks/search-is-slow/edit");
    await change(mara.page, /^Change: Tell support/, "Delete");
    await expect(markdown(mara.page)).not.toHaveValue(/Tell support/);

    // What was changed beside the text is the version's, and goes along with the next one.
    await expect(page.getByText(/^holds back/)).toHaveCount(4);
    await page.getByRole("link", { name: "Edit" }).click();
    await expect(page.getByText(/^holds back/)).toHaveCount(4);
    await change(page, /^Change: Ask what changed/, "Add a step below…");
    await page.getByLabel("Text of the new step").fill("Look at the lag of the index.");
    await page.keyboard.press("Enter");
    await expect(markdown(page)).toHaveValue(/\n4\. Look at the lag of the index\.\n/);
    await save(page, "The index was behind twice", "Save and publish");
    await page.waitForURL(/\/runbooks\/search-is-slow$/);
    await expect(page.getByText("The index was behind twice")).toBeVisible();

    await save(mara.page, "Support reads along", "Save and publish");
    const dialog = mara.page.getByRole("dialog");
    await expect(dialog.getByText("Ada Okoye saved version 2 meanwhile.")).toBeVisible();
    await expectAccessible(mara.page);
    await dialog.getByRole("button", { name: "Base mine on version 2" }).click();
    await dialog.getByRole("button", { name: "Save and publish" }).click();
    await mara.page.waitForURL(/\/runbooks\/search-is-slow$/);
    await expect(mara.page.getByText("Support reads along")).toBeVisible();
  });

  await test.step("what changed is told by steps and by lines", async () => {
    await page.reload();
    await page.getByRole("link", { name: "Changes of version 2" }).click();
    const row = page.getByRole("listitem").filter({ hasText: "Look at the lag of the index." });
    await expect(row.getByText("added", { exact: true })).toBeVisible();
    await expectAccessible(page);
    await press(page.getByRole("tab", { name: "Markdown" }));
    await expect(page.getByText("4. Look at the lag of the index.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("an earlier version comes back as a new one, byte for byte", async () => {
    await page.goto("/runbooks/search-is-slow/versions/1");
    await press(page.getByRole("button", { name: "Restore…" }));
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Why").fill("The index is quick again");
    await dialog.getByRole("button", { name: "Save and publish" }).click();
    await page.waitForURL(/\/runbooks\/search-is-slow$/);
    await expect(page.getByText("brings version 1 back")).toBeVisible();
    const sources = await Promise.all(
      [1, 4].map(async (number) => {
        const path = `/runbooks/search-is-slow/versions/${number}`;
        return (await ada.api.call<{ source: string }>("GET", path)).source;
      }),
    );
    expect(sources[1]).toBe(sources[0]);
  });

  await test.step("the library's field says what the library shows", async () => {
    await page.goto("/runbooks");
    const field = page.getByLabel("Find a runbook");
    await field.fill("nothing like it");
    await expect(page.getByText("No runbook matches")).toBeVisible();
    await page.getByRole("navigation").getByRole("link", { name: "Runbooks" }).click();
    await expect(page.getByRole("link", { name: "Search is slow" })).toBeVisible();
    await expect(field).toHaveValue("");
  });
});
