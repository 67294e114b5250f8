import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { serviceWorkerScript } from "./service-worker";

function aBuild(files: Record<string, string>): string {
  const dir = mkdtempSync(path.join(tmpdir(), "quarterdeck-build-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
  return dir;
}

const built = {
  ".next/BUILD_ID": "b7\n",
  ".next/static/chunks/1.js": "",
  ".next/static/chunks/1.js.map": "",
  ".next/static/media/inter.woff2": "",
  "dist/service-worker.js": "work();",
};

test("the service worker knows its build and the files it may be asked for", () => {
  expect(serviceWorkerScript(aBuild(built), false)).toBe(
    `self.QUARTERDECK = {"build":"b7","files":["/_next/static/chunks/1.js","/_next/static/media/inter.woff2"]};\nwork();`,
  );
});

test("while developing it only takes itself and what it kept away", () => {
  const script = serviceWorkerScript(aBuild({}), true);
  expect(script).toContain("registration.unregister()");
  expect(script).not.toContain("fetch");
});
