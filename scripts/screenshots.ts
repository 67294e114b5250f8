import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { findChromium } from "@/e2e/support/chromium";
import startCluster from "@/e2e/support/cluster";
import { enterDemo, keysByTitle, startDemoConsole, type DemoConsole } from "@/e2e/support/demo";
import { finish } from "./support/finish";

/** `npm run screenshots`: takes the pictures of the documentation from a console filled with the demonstration. */
const FOLDER = "docs/screenshots";
const MOST_BYTES = 1024 * 1024;
const SIZES = [
  { name: "wide", width: 1280, height: 800 },
  { name: "phone", width: 390, height: 844 },
];
const ROOM = "/incidents/{Half of all bookings fail at payment}";

/** What is taken; it is whole once all of `shows` is there. */
const SCREENS: {
  name: string;
  path: string;
  shows: (string | RegExp)[];
  open?: (page: Page) => Promise<void>;
}[] = [
  { name: "home", path: "/", shows: [/^Live$/, "Open incidents", "Half of all bookings fail at payment"] },
  { name: "list", path: "/incidents", shows: [/^Live$/, "Half of all bookings fail at payment"] },
  { name: "room", path: ROOM, shows: [/^Live$/, /^Update \d+ overdue/] },
  { name: "composer", path: `${ROOM}/update`, shows: [/^Live$/, "Current status"] },
  {
    name: "summary",
    path: "/reviews/{Every third card is declined in Portugal}",
    shows: ["In review", "Root cause"],
  },
  {
    name: "declare",
    path: "/incidents",
    shows: ["What is broken, for whom"],
    open: async (page) => {
      await page
        .getByText(/^Live$/)
        .first()
        .waitFor();
      await page.keyboard.press("d");
      await page.getByLabel("What is broken, for whom").fill("Half of all bookings fail at payment");
    },
  },
];

await finish(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const stopCluster = await startCluster();
  // Letters stand where a screen of today puts them; without windows they would be moved to whole pixels.
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--font-render-hinting=none"],
  });
  try {
    const demo = await startDemoConsole();
    try {
      for (const theme of ["light", "dark"] as const) await takeAll(browser, demo, theme);
    } finally {
      await demo.stop();
    }
  } finally {
    await browser.close();
    await stopCluster();
  }
});

async function takeAll(browser: Browser, demo: DemoConsole, theme: "light" | "dark"): Promise<void> {
  const { context, page, api } = await enterDemo(browser, demo, "commander", { reducedMotion: "reduce" });
  await context.addCookies([{ name: "qd-theme", value: theme, url: demo.baseUrl }]);
  const keys = await keysByTitle(api);
  for (const { name, width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    for (const screen of SCREENS) {
      await page.goto(screen.path.replace(/\{(.+)\}/, (_, title: string) => keys.get(title) ?? title));
      await screen.open?.(page);
      for (const words of screen.shows)
        await page.getByText(words).filter({ visible: true }).first().waitFor();
      await take(page, path.join(FOLDER, `${screen.name}-${name}-${theme}.png`));
    }
  }
  await context.close();
}

async function take(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, animations: "disabled" });
  const { size } = statSync(file);
  if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes: more than a repository should hold.`);
  console.log(`${file} ${Math.round(size / 1024)} kB`);
}
