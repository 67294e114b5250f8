import { expect, type BrowserContext, type Page } from "@playwright/test";

/** What must not happen in a browser; filled while it does. */
export interface Watched {
  /** Scripts that ran although they were text, and dialogs they opened. */
  alarms: string[];
  /** What the Content-Security-Policy had to stop. */
  violations: string[];
  /** Requests that left the console. */
  elsewhere: string[];
}

/** Watches every page of a browser from now on. */
export async function watch(context: BrowserContext, origin: string): Promise<Watched> {
  const seen: Watched = { alarms: [], violations: [], elsewhere: [] };
  await context.exposeFunction("__alarm", () => void seen.alarms.push("a script ran"));
  await context.exposeFunction("__violation", (what: string) => void seen.violations.push(what));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const page = globalThis as unknown as { __violation: (what: string) => void };
      page.__violation(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol)) seen.elsewhere.push(url.href);
  });
  context.on("dialog", (dialog) => {
    seen.alarms.push(`a dialog said ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("console", (message) => {
    if (/content security policy/i.test(message.text())) seen.violations.push(message.text());
  });
  return seen;
}

/** Nothing ran, nothing had to be stopped, nothing left; and nothing on the page could do so at a click. */
export async function expectHarmless(page: Page, seen: Watched): Promise<void> {
  expect(await harmfulMarkup(page)).toEqual([]);
  expect(seen).toEqual({ alarms: [], violations: [], elsewhere: [] });
}

function harmfulMarkup(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const schemes = ["http:", "https:", "mailto:", "blob:"];
    for (const element of document.querySelectorAll("*")) {
      if (["IFRAME", "OBJECT", "EMBED", "BASE", "MARQUEE"].includes(element.tagName))
        found.push(element.outerHTML);
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on") || name === "srcdoc") found.push(`${element.tagName} ${name}=${value}`);
      }
      const { href, src } = element as HTMLAnchorElement & HTMLImageElement;
      for (const address of [href, src]) {
        // A browser gives addresses whole, or as they are where it cannot make one of them.
        if (typeof address !== "string" || !URL.canParse(address)) continue;
        const { protocol } = new URL(address);
        if (!schemes.includes(protocol)) found.push(`${element.tagName} to ${address.slice(0, 100)}`);
      }
    }
    return found;
  });
}
