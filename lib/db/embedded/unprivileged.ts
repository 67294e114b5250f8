import { spawnSync, type SpawnOptions } from "node:child_process";
import { chmodSync, chownSync, lstatSync, readdirSync } from "node:fs";
import path from "node:path";

/** The uid and gid of "nobody": PostgreSQL refuses to run as root. */
const NOBODY = 65534;

export interface Launch {
  command: string;
  args: string[];
  options: Pick<SpawnOptions, "uid" | "gid">;
}

/**
 * How to start a PostgreSQL program so that it does not see itself as root. An ordinary user starts it as is;
 * root maps itself to "nobody" in a user namespace (files stay root's, a closed home is no obstacle), and where
 * namespaces are blocked becomes "nobody" and hands over the data folder.
 */
export function launchUnprivileged(command: string, args: string[], dataDir: string): Launch {
  if (process.getuid?.() !== 0) return { command, args, options: {} };
  const mapping = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (namespacesWork(mapping))
    return { command: "unshare", args: [...mapping, command, ...args], options: {} };
  handOver(dataDir);
  return { command, args, options: { uid: NOBODY, gid: NOBODY } };
}

let known: boolean | undefined;

function namespacesWork(mapping: string[]): boolean {
  known ??= spawnSync("unshare", [...mapping, "true"], { stdio: "ignore" }).status === 0;
  return known;
}

function handOver(dataDir: string): void {
  chmodSync(path.dirname(dataDir), 0o711);
  if (lstatSync(dataDir).uid !== NOBODY) chownTree(dataDir);
}

function chownTree(target: string): void {
  chownSync(target, NOBODY, NOBODY);
  for (const entry of readdirSync(target, { withFileTypes: true })) {
    const child = path.join(target, entry.name);
    if (entry.isDirectory()) chownTree(child);
    else if (!entry.isSymbolicLink()) chownSync(child, NOBODY, NOBODY);
  }
}
