import type { Locator, Page } from "@playwright/test";

/**
 * Presses a key or clicks as the system of a busy machine would: heard now, made at another time.
 * @param at when it was made, epoch milliseconds
 */
export async function pressAsOf(page: Page, at: number, pressed: string | Locator): Promise<void> {
  const timestamp = at / 1000;
  const browser = await page.context().newCDPSession(page);
  if (typeof pressed === "string") {
    const key = { key: pressed, text: pressed, code: `Key${pressed.toUpperCase()}`, timestamp };
    await browser.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
    await browser.send("Input.dispatchKeyEvent", { type: "keyUp", ...key, text: undefined });
  } else {
    const box = await pressed.boundingBox();
    if (!box) throw new Error("What is to be clicked does not show.");
    const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const click = { ...place, button: "left", clickCount: 1, timestamp } as const;
    await browser.send("Input.dispatchMouseEvent", { type: "mousePressed", ...click });
    await browser.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...click });
  }
  await browser.detach();
}
