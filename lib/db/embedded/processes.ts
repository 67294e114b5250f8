import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process with this id exists (as ours or anybody's). A zombie counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return stateOf(pid) !== "Z";
}

/** Whether this id belongs to a live PostgreSQL: ids are given out again, so being alive is not enough. */
export function isPostgres(pid: number): boolean {
  return isAlive(pid) && (commandOf(pid)?.includes("postgres") ?? true);
}

/**
 * When a process began, in the form its system tells it: with the id it names one process for good.
 * @returns an empty text when it cannot be known
 */
export function bornAt(pid: number): string {
  const stat = readProc(pid, "stat");
  // Field 22 of proc_pid_stat(5); the name in field 2 may hold blanks and brackets.
  if (stat) return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  if (process.platform === "win32") return "";
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}

/** Parent of a process on Linux; undefined elsewhere or when it is gone. */
export function parentOf(pid: number): number | undefined {
  const stat = readProc(pid, "stat");
  return stat ? Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) : undefined;
}

/** Command line of a process on Linux; undefined elsewhere or when it is gone. */
export function commandOf(pid: number): string | undefined {
  return readProc(pid, "cmdline")?.replaceAll("\0", " ").trim();
}

function stateOf(pid: number): string | undefined {
  return readProc(pid, "stat")?.split(") ").at(-1)?.[0];
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}
