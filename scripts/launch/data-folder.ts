import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";

/**
 * Makes the folder that holds data and secrets, closed to other users.
 * @returns its absolute path
 * @throws Error of one line when it cannot be written to
 */
export function prepareDataFolder(folder: string): string {
  const absolute = path.resolve(folder);
  try {
    makeFolder(absolute);
    accessSync(absolute, constants.W_OK);
    return absolute;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `${absolute} cannot be written to (${code}): name another folder with QUARTERDECK_DATA_DIR.`,
    );
  }
}

/** Level by level: Node's recursive mode never returns below a folder such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
