import { expect, type Page } from "@playwright/test";
import { press } from "../press";

/** A page or dialog as somebody meets it. */
export interface Screen {
  name: string;
  /** An address; `{title}` stands for the key of the incident with that title. */
  path: string;
  /** What must be there before it is looked at. */
  shows: string | RegExp;
  /** How to get there from the page. */
  open?: (page: Page) => Promise<unknown>;
}

/** The demonstration's incident in the commander's hands, with an update overdue. */
export const PAYMENTS = "{Half of all bookings fail at payment}";
export const ROOM = `/incidents/${PAYMENTS}`;

/** What somebody noted in it. */
export const NOTE = "Finance agrees to defer";

/** What opens over the room of an incident in hand. */
export function inRoom(
  name: string,
  shows: Screen["shows"],
  open: (page: Page) => Promise<unknown>,
  path = ROOM,
): Screen {
  return {
    ...{ name, shows, path },
    open: async (page) => {
      await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
      await open(page);
    },
  };
}

export const key = (pressed: string) => (page: Page) => page.keyboard.press(pressed);

export const button = (name: string | RegExp) => (page: Page) =>
  press(page.getByRole("button", { name }).first());

/** Opens the menu behind a button and takes one of it. */
export const menu =
  (item: RegExp, of: string | RegExp = "More actions") =>
  async (page: Page): Promise<void> => {
    await button(of)(page);
    await page.getByRole("menuitem", { name: item }).click();
  };

/** Takes one of the menu behind the number of an entry with these words. */
export const entryMenu =
  (item: RegExp, words: string) =>
  async (page: Page): Promise<void> => {
    const entry = page.locator("[id^=entry-]").filter({ hasText: words }).first();
    await press(entry.getByRole("button", { name: /: actions$/ }));
    await page.getByRole("menuitem", { name: item }).click();
  };

/** A button in the dialog that is open. */
export const inDialog = (page: Page, name: string | RegExp) =>
  page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name }).click();
