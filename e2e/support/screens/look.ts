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
    const found: string[] = [];
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        await page.evaluate((shown) => (document.documentElement.dataset.theme = shown), theme);
        // A theme changes nothing but colours.
        const problems = await problemsOn(page, theme === "dark" ? COLOURS : undefined);
        found.push(...problems.map((problem) => `${theme} ${size.width}: ${problem}`));
      }
    }
    expect.soft(found, name).toEqual([]);
  });
}

/** @param rules all of them unless given */
async function problemsOn(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Without a second page for putting frames together: there are none here.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ["violations"],
    ...(rules && { runOnly: [...rules] }),
  });
  if ((await page.locator(OVER).count()) > 0) axe.include(OVER);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}
