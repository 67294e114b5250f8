import { rmSync } from "node:fs";
import { stage } from "../support/progress.mjs";
import { hashFiles, readStamp, writeStamp } from "./stamp";
import { runTool } from "./tool";

const FOLDER = "lib/db/generated";
const STAMP = `${FOLDER}/schema.sha256`;

/** Generates the database client when the schema or Prisma has changed since it was made. */
export async function generateClient(): Promise<void> {
  const hash = hashFiles(["prisma/schema", "node_modules/prisma/package.json"]);
  if (readStamp(STAMP) === hash) return;
  rmSync(STAMP, { force: true });
  await stage("Generating the database client", () => runTool("prisma", ["generate", "--no-hints"]));
  writeStamp(STAMP, hash);
}
