import type { Page } from "@playwright/test";

/** Requests that are held back until they may go. */
export interface Slow {
  go: () => void;
  /** How many there were so far. */
  count: () => number;
}

/** Makes the console slow to answer at an address, until it is told to go on. @param method of all requests, if absent */
export async function slowly(page: Page, address: string, method?: string): Promise<Slow> {
  let count = 0;
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(address, async (route) => {
    if (method && route.request().method() !== method) return route.fallback();
    count++;
    await held;
    await route.fallback();
  });
  return { go, count: () => count };
}
