import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "./install.mjs";

const root = path.join(import.meta.dirname, "..", "..");

/** These work without the generated database client, and are needed when the schema is broken. */
const withoutClient = new Set(["prisma"]);

/** Installs what is missing, then runs scripts/NAME.ts in this process. */
export async function begin(name, args) {
  process.chdir(root);
  const program = path.join(root, "scripts", `${name}.ts`);
  if (!name || !existsSync(program)) {
    console.error(`There is no program ${name ?? ""}. There are: ${programs().join(", ")}.`);
    process.exit(1);
  }
  if (existsSync(".env")) process.loadEnvFile(".env");
  try {
    await installPackages(root);
    const { register } = await import("tsx/esm/api");
    register();
    if (!withoutClient.has(name)) await (await import("../launch/generate.ts")).generateClient();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
}

function programs() {
  const files = readdirSync(path.join(root, "scripts"));
  return files.filter((file) => /^[a-z-]+\.ts$/.test(file)).map((file) => file.slice(0, -3));
}
