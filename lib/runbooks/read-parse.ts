import type { ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { parsedRunbookSchema } from "./parse/schema";
import type { ParsedRunbook } from "./parse/types";

/** Parses never change once stored, so a process may keep the ones it read. */
const KEEP = 200;
const known = new Map<string, ParsedRunbook>();

/**
 * The stored parse that a checklist is pinned to.
 * @throws Failure `not_found` when that version was never parsed by that parser version
 */
export async function readParse(
  { db }: Pick<ReadContext, "db">,
  versionId: string,
  parserVersion: number,
): Promise<ParsedRunbook> {
  const key = `${versionId}@${parserVersion}`;
  const kept = known.get(key);
  if (kept) return kept;
  const row = await db.runbookParse.findUnique({
    where: { versionId_parserVersion: { versionId, parserVersion } },
    select: { parsed: true },
  });
  if (!row) throw new Failure("not_found", "This runbook version is not there.");
  const parsed = parsedRunbookSchema.parse(row.parsed) as ParsedRunbook;
  if (known.size >= KEEP) known.delete(known.keys().next().value ?? "");
  known.set(key, parsed);
  return parsed;
}
