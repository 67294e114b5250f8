import { parseArgs } from "node:util";
import { openBenchDatabase } from "./bench/database";
import { checkPlans } from "./bench/plans";
import { run } from "./bench/run";
import { writeTable } from "./bench/table";
import { buildIfStale } from "./launch/build";
import { finish } from "./support/finish";
import { stage } from "./support/progress.mjs";

/**
 * `npm run bench [-- --incidents 100000 --seconds 5 --streams 500 --data FOLDER --write]`: measures the console
 * against a bare server on a PostgreSQL of its own. `--data` keeps the data for the next run, `--write` puts the
 * table into docs/benchmarks.md. Exit code 1 when a query of a screen reads a large table from end to end.
 */
await finish(async () => {
  const { values } = parseArgs({
    options: {
      incidents: { type: "string", default: "100000" },
      seconds: { type: "string", default: "5" },
      streams: { type: "string", default: "500" },
      data: { type: "string" },
      write: { type: "boolean" },
    },
  });
  await buildIfStale();
  const database = await openBenchDatabase(Number(values.incidents), values.data);
  try {
    const plans = await stage("Looking at plans", () => checkPlans(database.url, database.facts));
    const options = { seconds: Number(values.seconds), streams: Number(values.streams), ticks: 200 };
    const result = await run(database, options);
    const table = writeTable(database.facts, result, plans, values.write ?? false);
    console.log(table);
    for (const { question, what, sql } of plans.bad)
      console.error(`${question}: ${what}\n  ${sql.trim().slice(0, 2_000)}`);
    if (plans.bad.length > 0) process.exitCode = 1;
  } finally {
    await database.stop();
  }
});
