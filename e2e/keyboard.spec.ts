import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { PASSWORD, join, setUpAdministrator } from "./support/people";
import { pressForStep } from "./support/step-at-hand";
import { expect, test } from "./support/test";

const source = readFileSync("e2e/fixtures/queue-response.md", "utf8");

test("the room is worked with the keyboard alone", async ({ browser, console }) => {
  test.setTimeout(180_000);
  const ada = await setUpAdministrator(browser, console);
  await join(browser, console, ada, "Elias Brandt", "responder");
  await ada.api.call("POST", "/runbooks", { source });
  const { page } = ada;
  const { keyboard } = page;
  const next = page.getByRole("region", { name: "Next for you" }).getByRole("heading", { level: 3 });
  const dialog = page.getByRole("dialog");

  await test.step("signs in", async () => {
    await ada.context.clearCookies();
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
    await tabTo(page, page.getByLabel("E-mail address"));
    await keyboard.type(ada.email);
    await tabTo(page, page.getByLabel("Password", { exact: true }));
    await keyboard.type(PASSWORD);
    await keyboard.press("Enter");
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  });

  await test.step("declares and takes command", async () => {
    await page.waitForURL((url) => url.pathname === "/");
    await tabTo(
      page,
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Incidents" }),
    );
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Incidents" })).toBeVisible();
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    await keyboard.press("d");
    await expect(dialog.getByLabel("What is broken, for whom")).toBeFocused();
    await keyboard.type("Jobs stuck; planner output breaks its contract");
    await tabTo(page, dialog.getByLabel("SEV1"));
    await keyboard.press("Space");
    await keyboard.press("ControlOrMeta+Enter");
    await page.waitForURL(/\/incidents\/INC-1$/);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "I have command" }).first());
    await keyboard.press("Enter");
    await expect(page.getByText("Investigating").first()).toBeVisible();
  });

  await test.step("finds what can be done by the words people type", async () => {
    await keyboard.press("ControlOrMeta+k");
    const palette = page.getByRole("combobox");
    for (const [typed, found] of [
      ["post", /^Write the next update/],
      ["sev", /^Change severity/],
      ["command", /^Hand over/],
      [ada.name, /incidents they command$/],
    ] as const) {
      await palette.fill(typed);
      await expect(page.getByRole("option", { name: found })).toBeVisible();
    }
    await keyboard.press("Escape");
    await expect(palette).toBeHidden();
  });

  await test.step("starts a checklist through the palette", async () => {
    await keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await keyboard.type("add a check");
    await expect(page.getByRole("option", { name: /Add a checklist/ })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await keyboard.press("Enter");
    await expect(dialog.getByLabel("Find a runbook")).toBeFocused();
    await tabTo(page, dialog.getByRole("button", { name: /Work queue response/ }));
    await keyboard.press("Enter");
    await tabTo(page, dialog.getByRole("button", { name: /^Start \d sections$/ }));
    await keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(next).toHaveText(/Answer the alert/);
  });

  await test.step("moves between steps, ticks and takes the tick back", async () => {
    await keyboard.press("j");
    await expect(next).toHaveText(/Write down when/);
    await keyboard.press("k");
    await expect(next).toHaveText(/Answer the alert/);
    await pressForStep(page, "t");
    await expect(page.getByRole("button", { name: /First Five Minutes.*1 \/ 5/ })).toBeVisible();
    await expect(page.getByText(/^Done: Answer the alert/)).toBeVisible();
    await keyboard.press("z");
    await expect(page.getByRole("button", { name: /First Five Minutes.*0 \/ 5/ })).toBeVisible();
    await pressForStep(page, "t");
    await expect(next).toHaveText(/Write down when/);
  });

  await test.step("skips one with a reason, says that one failed", async () => {
    await inWords(page, "s", "The alert says it.");
    await expect(page.getByText("The alert says it.").first()).toBeVisible();
    await expect(next).toHaveText(/Run npm run smoke/);
    await keyboard.press("c");
    await expect(page.getByRole("button", { name: "Copied" }).first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("npm run smoke -- --suite queue");
    await inWords(page, "x", "Three of nine are red.");
    await expect(page.getByText("Three of nine are red.").first()).toBeVisible();
  });

  await test.step("writes a note", async () => {
    await keyboard.press("n");
    await expect(page.getByRole("textbox", { name: "Note" })).toBeFocused();
    await keyboard.type("The planner was released an hour ago.");
    await keyboard.press("ControlOrMeta+Enter");
    await expect(
      page.getByRole("listitem").filter({ hasText: "The planner was released an hour ago." }).first(),
    ).toBeVisible();
    await keyboard.press("Escape");
    await expect(page.getByRole("textbox", { name: "Note" })).not.toBeFocused();
  });

  await test.step("moves the status, and leaves a dialog where it came from", async () => {
    await tabTo(page, page.getByRole("button", { name: /^Move/ }));
    await keyboard.press("m");
    await expect(dialog).toBeVisible();
    await keyboard.press("Escape");
    await expect(page.getByRole("button", { name: /^Move/ })).toBeFocused();
    await keyboard.press("m");
    await tabTo(page, dialog.getByRole("radio", { name: /Mitigating/ }));
    await keyboard.press("Space");
    await keyboard.press("ControlOrMeta+Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Mitigating").first()).toBeVisible();
    await expect(page.getByRole("button", { name: /^Move/ })).toBeFocused();
  });

  await test.step("offers command", async () => {
    await keyboard.press("h");
    await expect(dialog.getByLabel("To whom: type a name")).toBeFocused();
    await keyboard.type("Eli");
    await tabTo(page, dialog.getByRole("radio", { name: /Elias Brandt/ }));
    await keyboard.press("Space");
    await keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText(/Offered to Elias/).first()).toBeVisible();
    await expect(dialog).toBeHidden();
  });

  await test.step("posts an update, and comes back from the next one", async () => {
    await keyboard.press("u");
    const current = page.getByLabel("Current status");
    await expect(current).toBeFocused();
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type("New work completes.");
    await keyboard.press("ControlOrMeta+Enter");
    await page.waitForURL(/\/incidents\/INC-1$/);
    await expect(page.getByText("Update 1 posted", { exact: true })).toBeVisible();
    await keyboard.press("u");
    await expect(current).toBeFocused();
    await keyboard.press("Escape");
    await page.waitForURL(/\/incidents\/INC-1$/);
  });

  await test.step("reads the keys, filters the list", async () => {
    await keyboard.press("?");
    await expect(dialog.getByText("Write the next update")).toBeVisible();
    await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await goTo(page, "i", "Incidents");
    await keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await keyboard.type("planner");
    await expect(page).toHaveURL(/q=planner/);
    await tabTo(page, page.getByRole("link", { name: /Jobs stuck/ }));
    await keyboard.press("Enter");
    await page.waitForURL(/\/incidents\/INC-1$/);
  });
});

/** `G`, then the letter of a place: hard upon each other, or they are two keys. */
async function goTo(page: Page, letter: string, heading: string): Promise<void> {
  await page.keyboard.type(`g${letter}`);
  await expect(page.getByRole("heading", { name: heading })).toBeVisible();
}

/** Opens a step's dialog with its key and gives the words that it asks for. */
async function inWords(page: Page, key: string, words: string): Promise<void> {
  await pressForStep(page, key);
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** Goes on with Tab until it has the focus; whatever has the focus on the way must show it. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    expect(await focusOutline(page)).not.toMatch(/^(none|.* 0px)$/);
  }
  await expect(goal).toBeFocused();
}

/** How the focus is drawn: on what has it, or around it, as on a row or a radio that looks like a button. */
function focusOutline(page: Page): Promise<string> {
  return page.evaluate(() => {
    const drawn = (element: Element | null, levels: number): string => {
      if (!element || levels === 0) return "none";
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      if (outlineStyle !== "none") return `outline ${outlineWidth}`;
      return levels > 1 ? drawn(element.parentElement, levels - 1) : boxShadow;
    };
    const { activeElement } = document;
    return activeElement === document.body ? "at the page" : drawn(activeElement, 4);
  });
}
