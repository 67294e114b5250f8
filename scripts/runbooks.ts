import { existsSync } from "node:fs";
import path from "node:path";
import { checkFiles } from "./runbooks/check-files";
import { cellsOf, COUNT_COLUMNS } from "./runbooks/counts";
import { findMarkdown } from "./runbooks/find-markdown";
import { importFiles } from "./runbooks/import-files";
import { importNames } from "./runbooks/import-names";
import { progressBar } from "./runbooks/progress-bar";
import { shortTitle, table } from "./runbooks/table";
import { finish } from "./support/finish";
import { withContext } from "./support/with-context";

const USAGE = `npm run runbooks -- import PATH…   saves Markdown files, or all below folders, as runbooks or new versions of them
npm run runbooks -- check PATH…    says what an import would make of them; saves nothing, needs no database
                    --json         one JSON object a file (see docs/runbooks.md)
                    --strict       exit code 1 when there are warnings`;

/** Exit code 1 when a file could not be read or imported. */
await finish(async () => {
  const [command, ...rest] = process.argv.slice(2);
  const flags = new Set(rest.filter((word) => word.startsWith("--")));
  const paths = rest.filter((word) => !word.startsWith("--")).map(fromWhereItWasCalled);
  const isKnown = [...flags].every((flag) => command === "check" && ["--json", "--strict"].includes(flag));
  if (paths.length === 0 || !isKnown) throw new Error(USAGE);
  if (command === "import") return importAll(paths);
  if (command === "check") return check(paths, flags);
  throw new Error(USAGE);
});

async function importAll(paths: string[]): Promise<void> {
  const files = importNames(findMarkdown(paths), paths);
  const bar = progressBar(files.size, "imported");
  const results = await withContext("npm run runbooks", (base) =>
    importFiles(base, files, paths, (file) => bar.step(file)),
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
  const empty = results.length - saved - unchanged - failed;
  console.log(`${saved} saved, ${unchanged} nothing new, ${empty} empty, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function check(paths: string[], flags: ReadonlySet<string>): void {
  const warnings = checkFiles(findMarkdown(paths), { json: flags.has("--json"), roots: paths });
  if (flags.has("--strict") && warnings > 0) process.exitCode = 1;
}

/** npm runs programs in the project's folder; a path may be meant from the folder in which npm was called. */
function fromWhereItWasCalled(target: string): string {
  const called = path.resolve(process.env["INIT_CWD"] ?? ".", target);
  return !existsSync(target) && existsSync(called) ? called : target;
}
