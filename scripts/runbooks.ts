import { readFileSync } from "node:fs";
import path from "node:path";
import { countParse, type Counts } from "./runbooks/count-parse";
import { findMarkdown } from "./runbooks/find-markdown";
import { importFiles } from "./runbooks/import-files";
import { table } from "./runbooks/table";
import { finish } from "./support/finish";
import { withContext } from "./support/with-context";

const USAGE = `npm run runbooks -- import PATH…   saves Markdown files, or all below folders, as runbooks or new versions of them
npm run runbooks -- check PATH…    says what an import would make of them, and saves nothing`;

const COUNTED = ["title", ">sections", ">steps", ">commands", ">findings"];

/** Exit code 1 when a file could not be imported. */
await finish(async () => {
  const [command, ...paths] = process.argv.slice(2);
  if (paths.length === 0) throw new Error(USAGE);
  if (command === "import") return importAll(findMarkdown(paths));
  if (command === "check") return checkAll(findMarkdown(paths));
  throw new Error(USAGE);
});

async function importAll(files: string[]): Promise<void> {
  const results = await withContext("npm run runbooks", (base) =>
    importFiles(base, files, (number, file) => console.error(`[${number}/${files.length}] ${file}`)),
  );
  const rows = results.map(({ file, counts, version, outcome }) => [
    ...[file, version === null ? "–" : String(version)],
    ...(counts ? cells(counts) : COUNTED.map(() => "–")),
    outcome,
  ]);
  console.log(table(["file", ">version", ...COUNTED, "result"], rows));
  const failed = results.filter((result) => result.failed).length;
  const saved = results.filter(({ outcome }) => outcome === "saved").length;
  console.log(`${saved} saved, ${results.length - saved - failed} nothing new, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

async function checkAll(files: string[]): Promise<void> {
  const checked = files.map((file) => ({
    file,
    counts: countParse(new Uint8Array(readFileSync(file)), path.basename(file)),
  }));
  console.log(
    table(
      ["file", ...COUNTED],
      checked.map(({ file, counts }) => [file, ...cells(counts)]),
    ),
  );
  for (const { file, counts } of checked) {
    for (const { line, level, message } of counts.findings)
      console.log(`${file}:${line}: ${level}: ${message}`);
  }
}

function cells({ title, sections, steps, commands, findings }: Counts): string[] {
  const short = title.length > 48 ? `${title.slice(0, 47)}…` : title;
  return [short, ...[sections, steps, commands, findings.length].map(String)];
}
