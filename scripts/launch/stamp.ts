import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * SHA-256 over the names and contents of files; folders are walked, what does not exist is passed over.
 * @param ignore names of files or folders (relative paths) that do not count
 */
export function hashFiles(targets: string[], ignore: (file: string) => boolean = () => false): string {
  const hash = createHash("sha256");
  for (const file of targets.flatMap(filesIn).filter((file) => !ignore(file))) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

export function readStamp(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

export function writeStamp(file: string, hash: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}

function filesIn(target: string): string[] {
  const found = statSync(target, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [target];
  return readdirSync(target)
    .sort()
    .flatMap((name) => filesIn(path.posix.join(target, name)));
}
