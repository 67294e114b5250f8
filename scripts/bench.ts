import { parseArgs } from "node:util";
import { openBenchDatabase } from "./bench/database";
import { checkPlans } from "./bench/plans";
import { acts, run, runSome, type ActName } from "./bench/run";
import { requestTable, writeTable } from "./bench/table";
import { buildIfStale } from "./launch/build";
import { Shutdown } from "./launch/shutdown";
import { finish } from "./support/finish";
import { stage } from "./support/progress.mjs";

/** What the room may load of JavaScript: docs/decisions/0014 says why it is no less. */
const ROOM_BYTES = 240_000;

/**
 * `npm run bench [-- --incidents 100000 --seconds 5 --streams 500 --data FOLDER --write --only tick]`: measures the
 * console against a bare server on a PostgreSQL of its own. `--data` keeps the data for the next run, `--write` puts the
 * table into docs/benchmarks.md, `--only` measures one kind of request (or several) and nothing else. Exit code 1 when a query of a screen reads a large table from end to
 * end, or the room loads too much JavaScript.
 */
await finish(async () => {
  const { values } = parseArgs({
    options: {
      incidents: { type: "string", default: "100000" },
      seconds: { type: "string", default: "5" },
      streams: { type: "string", default: "500" },
      data: { type: "string" },
      write: { type: "boolean" },
      only: { type: "string", multiple: true },
    },
  });
  const only = values.only?.map(actNamed);
  await buildIfStale();
  const shutdown = new Shutdown();
  shutdown.listen(130);
  try {
    const database = await openBenchDatabase(shutdown, Number(values.incidents), values.data);
    if (only) {
      const figures = await runSome(database, shutdown, { seconds: Number(values.seconds), only });
      return console.log(requestTable(figures));
    }
    const plans = await stage("Looking at plans", () => checkPlans(database.url, database.facts));
    const options = { seconds: Number(values.seconds), streams: Number(values.streams), ticks: 200 };
    const result = await run(database, shutdown, options);
    const table = writeTable(database.facts, result, plans, values.write ?? false);
    console.log(table);
    for (const { question, what, sql } of plans.bad)
      console.error(`${question}: ${what}\n  ${sql.trim().slice(0, 2_000)}`);
    const tooMuch = result.roomJavaScript > ROOM_BYTES;
    if (tooMuch) console.error(`The room loads more JavaScript than ${ROOM_BYTES / 1000} kB.`);
    if (plans.bad.length > 0 || tooMuch) process.exitCode = 1;
  } finally {
    await shutdown.run();
  }
});

/** @throws Error that tells which there are */
function actNamed(word: string): ActName {
  const name = acts.find((one) => one === word);
  if (!name) throw new Error(`--only ${word}: there is ${acts.join(", ")}.`);
  return name;
}
