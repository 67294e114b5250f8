import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The service worker of the build that is served: which build it is and what files it has, then the worker's own text.
 * Another build is another text, by which browsers notice it.
 * @param dir where `.next` and `dist` lie
 * @returns null where nothing was built: the dev server has no such worker
 */
export function serviceWorkerScript(dir: string): string | null {
  try {
    const build = readFileSync(path.join(dir, ".next/BUILD_ID"), "utf8").trim();
    const files = readdirSync(path.join(dir, ".next/static"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => path.relative(path.join(dir, ".next"), file).split(path.sep).join("/"))
      .toSorted();
    const parts = { build, files: files.map((file) => `/_next/${file}`) };
    const worker = readFileSync(path.join(dir, "dist/service-worker.js"), "utf8");
    return `self.QUARTERDECK = ${JSON.stringify(parts)};\n${worker}`;
  } catch {
    return null;
  }
}
