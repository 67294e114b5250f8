import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

const PROGRAM = "prisma/seed/demo.ts";

/**
 * Fills an empty database with the demonstration.
 * @returns what it says on how to sign in
 * @throws Error of one line when the database has people in it
 */
export async function fillDemo(env: Record<string, string>): Promise<string> {
  if (!existsSync(PROGRAM))
    throw new Error(`${PROGRAM} is not there: this copy of Quarterdeck is not complete.`);
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // A refusal is one line on standard output; a crash has said more on standard error.
  if (code !== 0)
    throw new Error(output.trim() || "The demonstration was not filled in: it says why, above.");
  return output.trim();
}
