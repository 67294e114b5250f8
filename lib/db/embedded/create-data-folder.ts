import { spawn } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { launchUnprivileged } from "./unprivileged";

export interface DataFolder {
  initdb: string;
  dataDir: string;
  user: string;
  password: string;
}

/**
 * Runs `initdb` on an empty folder: UTF-8, C.UTF-8 collation (the same order on every machine), SCRAM passwords.
 * @throws Error of one line; what a broken attempt left in the folder is removed by the next one.
 */
export async function createDataFolder({ initdb, dataDir, user, password }: DataFolder): Promise<void> {
  for (const leftover of readdirSync(dataDir)) rmSync(path.join(dataDir, leftover), { recursive: true });
  const passwordFile = path.join(path.dirname(dataDir), `.initdb-${process.pid}`);
  const args = ["-D", dataDir, "-U", user, "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256"];
  const launch = launchUnprivileged(initdb, [...args, `--pwfile=${passwordFile}`], dataDir);
  writeFileSync(passwordFile, `${password}\n`, { mode: launch.options.uid ? 0o644 : 0o600 });
  try {
    await run(launch.command, launch.args, launch.options);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(command: string, args: string[], options: { uid?: number; gid?: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      reject(new Error(`initdb failed: ${errors.trim().split("\n").at(-1) ?? `exit code ${code}`}`));
    });
  });
}
