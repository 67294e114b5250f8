import { spawnSync } from "node:child_process";
import { findChromium } from "@/e2e/support/chromium";
import { stage } from "../support/progress.mjs";

/**
 * The browser for the journeys; on Debian as root its package is installed when there is none.
 * @throws Error that says exactly what to install
 */
export async function requireChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (mayInstall()) await stage("Installing Chromium", async () => installDebians());
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    `The journeys need a Chromium: run "npx playwright install --with-deps chromium", or install the package ` +
      `of your system (Debian: apt-get install chromium-headless-shell), then "npm test" again.`,
  );
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}

function installDebians(): void {
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium-headless-shell");
  if (!findChromium()) apt("install", "-y", "--no-install-recommends", "chromium");
}
