import path from "node:path";
import { readEnv } from "@/lib/kernel/env";
import { dump } from "./backup/dump";
import { finish } from "./support/finish";
import { stage } from "./support/progress.mjs";
import { withDatabase } from "./support/with-database";

/** `npm run backup [-- DIR]`: data and keys of one moment, while people go on working. */
await finish(async () => {
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const folder = path.resolve(process.argv[2] ?? `backup-${time}`);
  const manifest = await withDatabase(
    "npm run backup",
    async ({ directUrl }) => {
      const { authSecret, signingKey } = readEnv();
      return stage("Writing the backup", () => dump(directUrl, folder, { authSecret, signingKey }));
    },
    { migrate: false },
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows of ${manifest.tables.length} tables and the keys are in ${folder}.`);
  console.log(
    "Whoever has this folder can read everything and sign as this console: keep it as you keep passwords.",
  );
});
