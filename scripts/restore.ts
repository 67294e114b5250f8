import path from "node:path";
import { readSettings } from "@/lib/kernel/env";
import { load } from "./backup/load";
import { readKeys } from "./backup/manifest";
import { keepKeys } from "./launch/secrets";
import { finish } from "./support/finish";
import { stage } from "./support/progress.mjs";
import { withDatabase } from "./support/with-database";

/** `npm run restore -- DIR`: puts a backup into an empty database and its keys into the data folder. */
await finish(async () => {
  const folder = process.argv[2];
  if (!folder) throw new Error('Say which backup: "npm run restore -- DIR".');
  const { dataDir, authSecret, signingKey } = readSettings();
  const keys = readKeys(path.resolve(folder));
  const manifest = await withDatabase(
    "npm run restore",
    ({ directUrl }) => stage("Restoring the backup", () => load(directUrl, path.resolve(folder))),
    { migrate: false },
  );
  keepKeys(path.resolve(dataDir), keys);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows of ${manifest.createdAt} are back, each compared with the backup.`);
  if (
    (authSecret ?? keys.authSecret) !== keys.authSecret ||
    (signingKey ?? keys.signingKey) !== keys.signingKey
  ) {
    console.log(
      `NEXTAUTH_SECRET and QUARTERDECK_SIGNING_KEY are set to other values than in ${folder}/secrets.json.`,
    );
  }
});
