import { spawn } from "node:child_process";

/** One thing that `npm test` looks at. */
export interface Check {
  name: string;
  /** Arguments for Node: the file of a tool and what it gets. */
  command: string[];
  env?: Record<string, string>;
  /** Shows what the tool prints while it works: for long ones. */
  live?: boolean;
  /** Reads how many passed and failed; without it the check counts as one. */
  count?: () => Counts | undefined;
}

export interface Counts {
  passed: number;
  failed: number;
}

const REMIND_MS = 15_000;

/**
 * Runs a check to its end and tells about it: a line when it is fine, all that it printed when it is not.
 * @returns how many passed and failed; a tool that breaks off counts as at least one failure
 */
export async function runCheck(check: Check): Promise<Counts> {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
  console.log(`… ${check.name}`);
  const reminder = setInterval(() => console.log(`… ${check.name}, ${seconds()} so far`), REMIND_MS);
  const { code, output } = await run(check);
  clearInterval(reminder);
  const counts = countsOf(check, code);
  if (counts.failed > 0 && !check.live) console.log(`\n${output.trim()}\n`);
  console.log(`${counts.failed > 0 ? "✗" : "✓"} ${check.name}  ${seconds()}`);
  return counts;
}

/** Runs checks, `width` at a time, all of them whatever they say. */
export async function runChecks(checks: Check[], width: number): Promise<Counts> {
  const waiting = [...checks];
  const results: Counts[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await runCheck(next));
  };
  await Promise.all(Array.from({ length: width }, work));
  return sum(results);
}

export function sum(counts: Counts[]): Counts {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

function countsOf(check: Check, code: number | null): Counts {
  const counted = check.count?.();
  if (!counted) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/** Captured output without colours: it may end up in a file. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };

async function run({ command, env, live }: Check): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...plain, ...env },
    stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
  });
  const end = () => child.kill();
  process.once("SIGTERM", end);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  process.off("SIGTERM", end);
  return { code, output };
}
