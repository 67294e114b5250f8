import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import type { Screen } from "./screen";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;
const THEMES = ["light", "dark"] as const;
const COLOURS = ["color-contrast", "link-in-text-block"];
/** What lies over a page; the page below is looked at on its own. */
const OVER = "[role=dialog], [role=alertdialog], [role=menu]";

/** Opens a screen, and has axe look at it in both themes and at both widths without loading it again. */
export async function look(page: Page, { name, path, shows, open }: Screen): Promise<void> {
  await test.step(name, async () => {
    await page.setViewportSize(SIZES[0]);
    await page.goto(path);
    await open?.(page);
    await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
    await bringAxe(page);
    const found: string[] = [];
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        await page.evaluate((shown) => (document.documentElement.dataset.theme = shown), theme);
        // A theme changes nothing but colours.
        const problems = await problemsOn(page, theme === "dark" ? COLOURS : null);
        found.push(...problems.map((problem) => `${theme} ${size.width}: ${problem}`));
      }
    }
    expect.soft(found, name).toEqual([]);
  });
}

/** Leaves axe on the page: bringing it along for every look takes longer than looking. */
async function bringAxe(page: Page): Promise<void> {
  await new AxeBuilder({ page }).setLegacyMode(true).withRules("html-has-lang").analyze();
}

interface OnPage {
  axe: {
    run: (
      within: Element | Document,
      options: { resultTypes: string[]; runOnly?: string[] },
    ) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
  };
}

/** @param rules null: all of them */
function problemsOn(page: Page, rules: string[] | null): Promise<string[]> {
  return page.evaluate(
    async ({ over, runOnly }) => {
      const { axe } = globalThis as unknown as OnPage;
      const within = document.querySelector(over) ?? document;
      const { violations } = await axe.run(within, {
        resultTypes: ["violations"],
        ...(runOnly && { runOnly }),
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
    },
    { over: OVER, runOnly: rules },
  );
}
