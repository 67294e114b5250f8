import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@/lib/db/client";
import { openCluster } from "@/lib/db/embedded/cluster";
import { migrate } from "@/lib/db/migrate";
import { systemActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { newSigningKey, signerFrom } from "@/lib/timeline/signing";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { fillLibrary } from "./bench/library/fill";
import { measureSearch } from "./bench/library/search";
import { findMarkdown } from "./runbooks/find-markdown";
import { importFiles } from "./runbooks/import-files";
import { importNames } from "./runbooks/import-names";
import { table } from "./runbooks/table";
import { finish } from "./support/finish";
import { stage } from "./support/progress.mjs";

const COUNT = 5_000;
const QUERIES = 200;

/**
 * `npm run bench:library [-- FOLDER]`: imports the Markdown of a folder (default: the starter runbooks) into a fresh
 * PostgreSQL with durable settings, copies it until the library holds 5,000, and measures searching it.
 */
await finish(async () => {
  const folder = process.argv[2] ?? "prisma/seed/runbooks";
  const files = importNames(findMarkdown([folder]), [folder]);
  const home = mkdtempSync(path.join(tmpdir(), "quarterdeck-bench-"));
  const cluster = await openCluster({ dataDir: path.join(home, "postgres"), password: newId() });
  const url = cluster.url("postgres");
  await migrate(url);
  const db = connect(url, 4);
  try {
    const clock = { now: () => new Date() };
    const signer = signerFrom(newSigningKey());
    await registerSigningKey(db, signer, clock.now());
    const base = { db, clock, signer, actor: systemActor("bench"), requestId: newId() };
    const begun = performance.now();
    const results = await stage(`Importing ${files.size} files`, () =>
      importFiles(base, files, [folder], () => {}),
    );
    const seconds = (performance.now() - begun) / 1_000;
    const saved = results.filter((result) => result.outcome === "saved").length;
    console.log(`${saved} of ${files.size} files imported in ${seconds.toFixed(1)} s\n`);
    if (saved === 0) throw new Error(`Nothing was imported: ${results[0]?.outcome ?? "there is no file"}`);
    await stage(`Filling the library up to ${COUNT}`, () => fillLibrary(url, COUNT));
    const figures = await stage("Searching", () => measureSearch(base, QUERIES));
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    const rows = figures.map(({ what, queries, p50Ms, p95Ms, mostMs }) => [
      ...[what, String(queries), ms(p50Ms), ms(p95Ms), ms(mostMs)],
    ]);
    console.log(`\n${table([`${COUNT} runbooks`, ">queries", ">median", ">p95", ">most"], rows)}`);
  } finally {
    await db.$disconnect();
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
