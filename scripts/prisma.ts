import { spawnSync } from "node:child_process";
import { toolPath } from "./launch/tool";
import { withDatabase } from "./support/with-database";

/** `npm run prisma -- …`: Prisma's command line on the database that `npm start` uses. */
const args = process.argv.slice(2);
const needsDatabase = ["migrate", "db", "studio"].includes(args[0] ?? "");
process.exitCode = needsDatabase
  ? await withDatabase("npm run prisma", async () => prisma(), { migrate: false })
  : prisma();

function prisma(): number {
  return spawnSync(process.execPath, [toolPath("prisma"), ...args], { stdio: "inherit" }).status ?? 1;
}
