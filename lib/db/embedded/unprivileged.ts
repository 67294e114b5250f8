import { spawnSync, type SpawnOptions } from "node:child_process";
import { chmodSync, chownSync, lstatSync, readdirSync, statSync } from "node:fs";
import { userInfo } from "node:os";
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
  const asIs = { command, args, options: {} };
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return asIs;
  const mapping = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  // Data that was handed over once stays with "nobody": a mapped root would not own it.
  if (lstatSync(dataDir).uid !== NOBODY && namespacesWork(mapping)) {
    return { command: "unshare", args: [...mapping, command, ...args], options: {} };
  }
  if (!isRoot) return asIs;
  handOver(command, dataDir);
  return { command, args, options: { uid: NOBODY, gid: NOBODY } };
}

/** In some containers the user has a number only, and PostgreSQL insists on a name. */
function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

let known: boolean | undefined;

function namespacesWork(mapping: string[]): boolean {
  known ??= spawnSync("unshare", [...mapping, "true"], { stdio: "ignore" }).status === 0;
  return known;
}

function handOver(command: string, dataDir: string): void {
  chmodSync(path.dirname(dataDir), 0o711);
  for (const target of [command, dataDir]) {
    const closed = closedFolderAbove(target);
    if (closed) throw new Error(cannotEnter(closed));
  }
  if (lstatSync(dataDir).uid !== NOBODY) chownTree(dataDir);
}

function closedFolderAbove(target: string): string | undefined {
  const folder = path.dirname(target);
  if ((statSync(folder).mode & 0o001) === 0) return folder;
  return folder === path.dirname(folder) ? undefined : closedFolderAbove(folder);
}

function cannotEnter(folder: string): string {
  return (
    `PostgreSQL refuses to run as root, and as "nobody" it cannot enter ${folder}: start as an ordinary user, ` +
    `work in an open folder, or set DATABASE_URL to a server of yours.`
  );
}

function chownTree(target: string): void {
  chownSync(target, NOBODY, NOBODY);
  for (const entry of readdirSync(target, { withFileTypes: true })) {
    const child = path.join(target, entry.name);
    if (entry.isDirectory()) chownTree(child);
    else if (!entry.isSymbolicLink()) chownSync(child, NOBODY, NOBODY);
  }
}
