import { expect, type Locator } from "@playwright/test";

/** Presses what React has taken over. */
export async function press(target: Locator): Promise<void> {
  await (await takenOver(target)).click();
}

/** Waits until React has taken an element over: what is done to it before would be lost. */
export async function takenOver(target: Locator): Promise<Locator> {
  await expect
    .poll(() => target.evaluate((element) => Object.keys(element).some((name) => name.startsWith("__react"))))
    .toBe(true);
  return target;
}
