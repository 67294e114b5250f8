import { parseArgs } from "node:util";
import { connect, type Db } from "@/lib/db/client";
import { verifyRecord } from "@/lib/record/verify-record";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import { findings } from "@/lib/timeline/verify/findings";
import { parseNotedHead } from "@/lib/timeline/verify/noted-head";
import { withDatabase } from "./support/with-database";

/**
 * `npm run verify -- INC-42 [--head 61:9f3c41d07be2]`: whether a timeline is as it was written.
 * Without a key: all timelines and the audit log. Exit code 1 when something is wrong, 2 when it could not look.
 */
try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function main(): Promise<boolean> {
  const { positionals: keys, values } = parseArgs({
    allowPositionals: true,
    options: { head: { type: "string" } },
  });
  if (values.head && keys.length !== 1)
    throw new Error("--head needs the one incident that it was noted of.");
  const noted = values.head ? parseNotedHead(values.head) : undefined;
  return withDatabase(
    "npm run verify",
    async ({ url }) => {
      const db = connect(url, 2);
      try {
        const names = new Map((await db.person.findMany()).map(({ id, name }) => [id, name]));
        let ok = true;
        for (const { id, subject } of await chosenStreams(db, keys)) {
          const found = await verifyRecord({ db }, id, noted);
          ok &&= found.ok;
          console.log(findings(subject, found, (by) => names.get(by) ?? by).join("\n"));
        }
        return ok;
      } finally {
        await db.$disconnect();
      }
    },
    { migrate: false },
  );
}

async function chosenStreams(db: Db, keys: readonly string[]): Promise<{ id: string; subject: string }[]> {
  const incidents = await db.incident.findMany({
    where: keys.length > 0 ? { key: { in: keys.map((key) => key.toUpperCase()) } } : {},
    orderBy: [{ kind: "asc" }, { number: "asc" }],
    select: { id: true, key: true },
  });
  const known = new Map(incidents.map(({ id, key }) => [id, key]));
  for (const key of keys) {
    if (!incidents.some((incident) => incident.key === key.toUpperCase()))
      throw new Error(`There is no incident ${key}.`);
  }
  if (keys.length > 0) return incidents.map(({ id, key }) => ({ id, subject: key }));
  const streams = await db.stream.findMany({ orderBy: { headAt: "asc" }, select: { id: true } });
  return streams.map(({ id }) => ({
    id,
    subject: known.get(id) ?? (id === ADMINISTRATION ? "Audit log" : `Stream ${id}`),
  }));
}
