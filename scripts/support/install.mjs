import { spawn } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import path from "node:path";
import { stage } from "./progress.mjs";

/** Runs `npm ci` unless everything that the lockfile asks for is there. */
export async function installPackages(root) {
  if (isInstalled(root)) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Error(`Packages must be installed in ${root}, which this user may not write to.`);
  }
  await stage("Installing packages", () =>
    npm(root, ["ci", "--include=dev", "--include=optional", "--ignore-scripts"]),
  );
}

/** npm notes in node_modules what it installed, as the last thing it does: compare that with the lockfile. */
function isInstalled(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const found = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => !name || (found[name] ? found[name].version === version : optional),
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function npm(cwd, args) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli ? [process.execPath, [cli]] : ["npm", []];
  return new Promise((resolve, reject) => {
    const options = { cwd, stdio: ["ignore", "pipe", "pipe"], shell: !cli && process.platform === "win32" };
    const child = spawn(command, [...first, ...args, "--loglevel=error"], options);
    const end = () => child.kill() && process.exit(143);
    process.once("SIGTERM", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.once("error", (error) => reject(new Error(`npm did not start: ${error.message}`)));
    child.once("close", (code) => {
      process.off("SIGTERM", end);
      if (code === 0) return resolve();
      reject(new Error(`${output.trim()}\nThe packages could not be installed: "npm ci" says why, above.`));
    });
  });
}
