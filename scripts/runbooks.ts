import { existsSync } from "node:fs";
import path from "node:path";
import { checkFiles } from "./runbooks/check-files";
import { cellsOf, COUNT_COLUMNS } from "./runbooks/counts";
import { findMarkdown } from "./runbooks/find-markdown";
import { importFiles } from "./runbooks/import-files";
import { importNames } from "./runbooks/import-names";
import { progressBar } from "./runbooks/progress-bar";
import { syncFolder } from "./runbooks/sync-folder";
import { syncSummary } from "./runbooks/sync-words";
import { shortTitle, table } from "./runbooks/table";
import { finish } from "./support/finish";
import { withContext } from "./support/with-context";

const USAGE = `npm run runbooks -- import PATH…   saves Markdown files, or all below folders, as runbooks or new versions of them
                    --overwrite    publishes them also over what was changed in the console
npm run runbooks -- sync DIR       keeps runbooks in step with a folder: new, changed, moved and deleted files
                    --dry-run      says what would happen, and writes nothing
                    --name=NAME    what the folder is called in the console; else its own name
npm run runbooks -- check PATH…    says what an import would make of them; saves nothing, needs no database
                    --json         one JSON object a file (see docs/runbooks.md)
                    --strict       exit code 1 when there are warnings`;

const FLAGS: Record<string, readonly string[]> = {
  ...{ import: ["--overwrite"], sync: ["--dry-run", "--name"], check: ["--json", "--strict"] },
};

/** Exit code 1 when a file could not be read or imported. */
await finish(async () => {
  const [command = "", ...rest] = process.argv.slice(2);
  const flags = flagsOf(rest);
  const paths = rest.filter((word) => !word.startsWith("--")).map(fromWhereItWasCalled);
  const isKnown = [...flags.keys()].every((flag) => FLAGS[command]?.includes(flag));
  if (paths.length === 0 || !isKnown) throw new Error(USAGE);
  if (command === "import") return importAll(paths, flags.has("--overwrite"));
  if (command === "sync" && paths[0] && paths.length === 1) return sync(paths[0], flags);
  if (command === "check") return check(paths, flags);
  throw new Error(USAGE);
});

/** "--name=ops" as --name and its value. */
function flagsOf(words: readonly string[]): Map<string, string> {
  const flags = words.filter((word) => word.startsWith("--"));
  return new Map(
    flags.map((flag) => {
      const [name = "", ...value] = flag.split("=");
      return [name, value.join("=")];
    }),
  );
}

async function importAll(paths: string[], overwrite: boolean): Promise<void> {
  const files = importNames(findMarkdown(paths), paths);
  const bar = progressBar(files.size, "imported");
  const results = await withContext("npm run runbooks", (base) =>
    importFiles(base, files, paths, (file) => bar.step(file), overwrite),
  );
  bar.end();
  const rows = results.map(({ file, title, counts, version, outcome }) => [
    ...[file, title === null ? "–" : shortTitle(title), version === null ? "–" : String(version)],
    ...(counts ? cellsOf(counts) : COUNT_COLUMNS.map(() => "–")),
    outcome,
  ]);
  console.log(table(["file", "title", ">version", ...COUNT_COLUMNS, "result"], rows));
  const failed = results.filter((result) => result.failed).length;
  const saved = results.filter(({ outcome }) => outcome.startsWith("saved")).length;
  const unchanged = results.filter(({ outcome }) => outcome === "nothing new").length;
  const held = results.filter((result) => result.held).length;
  const none = results.length - saved - unchanged - held - failed;
  console.log(
    `${saved} saved, ${unchanged} nothing new, ${held} not published, ${none} empty or archived, ${failed} failed`,
  );
  if (held > 0)
    console.log(
      "What was changed in the console stays published. Look at the drafts there, or import again with --overwrite.",
    );
  if (failed > 0) process.exitCode = 1;
}

async function sync(folder: string, flags: ReadonlyMap<string, string>): Promise<void> {
  const dryRun = flags.has("--dry-run");
  const name = flags.get("--name")?.trim() ?? null;
  if (name === "" || (name?.length ?? 0) > 80) throw new Error("A name has 1 to 80 characters: --name=ops.");
  let bar: ReturnType<typeof progressBar> | undefined;
  const onBegin = (total: number) => (bar = progressBar(total, dryRun ? "looked at" : "synced"));
  const results = await withContext("npm run runbooks", (base) =>
    syncFolder(base, folder, { name, dryRun, onBegin, onFile: (file) => bar?.step(file) }),
  );
  bar?.end();
  // What stayed as it was is many lines at each run, and no news.
  const news = results.filter(({ kind }) => kind !== "same");
  const rows = news.map(({ path: file, title, version, outcome }) => [
    ...[file, title === null ? "–" : shortTitle(title), version === null ? "–" : String(version), outcome],
  ]);
  if (rows.length > 0) console.log(table(["file", "title", ">version", "result"], rows));
  console.log(syncSummary(results) + (dryRun ? "; nothing was written" : ""));
  if (results.some(({ kind }) => kind === "failed")) process.exitCode = 1;
}

function check(paths: string[], flags: ReadonlyMap<string, string>): void {
  const warnings = checkFiles(findMarkdown(paths), { json: flags.has("--json"), roots: paths });
  if (flags.has("--strict") && warnings > 0) process.exitCode = 1;
}

/** npm runs programs in the project's folder; a path may be meant from the folder in which npm was called. */
function fromWhereItWasCalled(target: string): string {
  const called = path.resolve(process.env["INIT_CWD"] ?? ".", target);
  return !existsSync(target) && existsSync(called) ? called : target;
}
