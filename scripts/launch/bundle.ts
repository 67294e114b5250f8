import { readdirSync } from "node:fs";
import { build, stop } from "esbuild";

/** Bundles the listener into dist/server.mjs, packages stay in node_modules; and the service worker for browsers. */
export async function bundleListener(): Promise<void> {
  await build({
    entryPoints: { "service-worker": "components/offline/service-worker.ts" },
    outdir: "dist",
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    logLevel: "warning",
  });
  await bundle({ server: "lib/server/main.ts" }, "dist");
}

/** These need the sources or the tools that build them. */
const forDevelopment = new Set(["build", "prisma", "seed", "start", "test"]);

/** Bundles the command-line tools into dist/scripts, for an image that holds no sources. */
export async function bundleTools(): Promise<void> {
  const names = readdirSync("scripts").flatMap((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1] ?? []);
  const tools = names.filter((name) => !forDevelopment.has(name));
  await bundle(Object.fromEntries(tools.map((name) => [name, `scripts/${name}.ts`])), "dist/scripts");
}

async function bundle(entryPoints: Record<string, string>, outdir: string): Promise<void> {
  await build({
    entryPoints,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
    logLevel: "warning",
  });
  // Its helper process would outlive the launcher by seconds.
  await stop();
}
