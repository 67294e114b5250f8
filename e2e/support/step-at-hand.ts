import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Presses a key that acts on the step at hand, in the room or on its chart, once a press is taken for it. */
export async function pressForStep(page: Page, key: string): Promise<void> {
  await expectStepReady(page);
  await page.keyboard.press(key);
}

/** Waits until presses are taken for the step at hand: hard upon the last one they are not. */
export async function expectStepReady(page: Page): Promise<void> {
  const place = page.getByRole("region", { name: /^(Next for you|Steps)$/ });
  await expect(place).toHaveAttribute("aria-busy", "false");
}
