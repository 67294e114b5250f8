import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

/** The one without windows first: it is what Playwright takes of its own, and a fifth quicker. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const elsewhere = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The browser for the journeys: Playwright's own, else the system's; undefined when there is none. */
export function findChromium(): string | undefined {
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const system = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...system, ...elsewhere].find((file) => existsSync(file));
}
