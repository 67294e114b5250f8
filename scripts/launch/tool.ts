import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

/** Programs of installed packages that we start, by the package that brings them. */
const bins = {
  prisma: "prisma",
  next: "next",
  // The native compiler checks the types; the one that eslint reads with is still the one before it.
  tsc: "typescript-7",
  eslint: "eslint",
  oxfmt: "oxfmt",
  depcruise: "dependency-cruiser",
  knip: "knip",
  vitest: "vitest",
  playwright: "@playwright/test",
} as const;

/** The file that Node runs for the command of an installed package. */
export function toolPath(name: keyof typeof bins): string {
  const folder = path.join("node_modules", bins[name]);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === "string" ? bin : bin[name];
  if (!file) throw new Error(`The package ${bins[name]} has no command ${name}.`);
  return path.join(folder, file);
}

/**
 * Runs a command of an installed package to its end.
 * @throws Error with what it printed when it fails.
 */
export async function runTool(name: keyof typeof bins, args: string[], signal?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [toolPath(name), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    signal,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0)
    throw new Error(`${output.trim()}\n"${name} ${args.join(" ")}" failed: it says why, above.`);
}
