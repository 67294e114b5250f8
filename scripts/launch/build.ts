import { existsSync, rmSync } from "node:fs";
import { stage } from "../support/progress.mjs";
import { bundleListener } from "./bundle";
import { hashFiles, readStamp, writeStamp } from "./stamp";
import { runTool } from "./tool";

const STAMP = "dist/build.sha256";

/** Everything that a build is made of. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/launch/bundle.ts",
];

/**
 * Builds the pages and the listener, unless the build at hand was made from these very sources.
 * @param signal ends a build that is under way
 * @throws Error with the build's output when it fails
 */
export async function buildIfStale(signal?: AbortSignal): Promise<void> {
  const hash = hashFiles(SOURCES, isNoSource);
  if (isBuilt() && readStamp(STAMP) === hash) return;
  rmSync(STAMP, { force: true });
  await stage("Building the console, about a minute", async () => {
    await runTool("next", ["build"], signal);
    await bundleListener();
  });
  writeStamp(STAMP, hash);
}

function isBuilt(): boolean {
  return (
    existsSync(".next/BUILD_ID") && existsSync("dist/server.mjs") && existsSync("dist/service-worker.js")
  );
}

function isNoSource(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /^lib\/db\/generated\/|\/testing\//.test(file);
}
