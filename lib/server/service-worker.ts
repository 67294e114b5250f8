import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** While developing nothing is kept: a worker of an earlier build goes, and what it kept with it. */
const leaving = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("quarterdeck-")) await caches.delete(name);
  await self.registration.unregister();
})()));
`;

/**
 * The service worker of the build that is served: which build it is and what files it has, then the worker's own text.
 * Another build is another text, by which browsers notice it.
 * @param dir where `.next` and `dist` lie
 * @param dev the files of the dev server change under their names: then a worker that only takes itself away
 */
export function serviceWorkerScript(dir: string, dev: boolean): string {
  if (dev) return leaving;
  const build = readFileSync(path.join(dir, ".next/BUILD_ID"), "utf8").trim();
  const files = readdirSync(path.join(dir, ".next/static"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => path.relative(path.join(dir, ".next"), file).split(path.sep).join("/"))
    .toSorted();
  const parts = { build, files: files.map((file) => `/_next/${file}`) };
  const worker = readFileSync(path.join(dir, "dist/service-worker.js"), "utf8");
  return `self.QUARTERDECK = ${JSON.stringify(parts)};\n${worker}`;
}
