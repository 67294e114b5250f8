import { readFileSync } from "node:fs";
import path from "node:path";

/** What a running PostgreSQL writes about itself into its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/**
 * Reads the text of `postmaster.pid`. Lines: pid, data folder, start time, port, socket folder, address,
 * shared memory key, status (https://www.postgresql.org/docs/18/storage-file-layout.html).
 * @returns undefined while the file is not completely written.
 */
export function parsePostmasterFile(text: string): Postmaster | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  if (!(pid > 0)) return undefined;
  return { pid, port: port > 0 ? port : 0, ready: lines[7] === "ready" };
}

/** The `postmaster.pid` of a data folder, or undefined when there is none. */
export function readPostmasterFile(dataDir: string): Postmaster | undefined {
  try {
    return parsePostmasterFile(readFileSync(path.join(dataDir, "postmaster.pid"), "utf8"));
  } catch {
    return undefined;
  }
}
