import type { ReadContext } from "@/lib/db/context";
import { literally } from "@/lib/db/like.rules";
import type { RunbookPageDto } from "./dto";

type Db = ReadContext["db"];

const OFFER = 3;
/** Fewer letters are near to everything. */
const LETTERS = 4;
/** Of 1: two letters in the wrong order, or one too many, of a word of ten. */
const NEAR = 0.4;

/**
 * Runbooks that are called almost like this, for who has mistyped; the nearest first. None where PostgreSQL comes
 * without pg_trgm.
 */
export async function findNear({ db }: Pick<ReadContext, "db">, q: string): Promise<RunbookPageDto["near"]> {
  const words = q.trim().toLowerCase();
  if (words.length < LETTERS) return [];
  if (!(await knowsTrigrams(db))) return [];
  return db.$queryRaw<RunbookPageDto["near"]>`
    SELECT slug, title FROM (
      SELECT slug, title, word_similarity(${words}, lower(title)) AS near FROM runbooks WHERE archived_at IS NULL
    ) r
    WHERE near >= ${NEAR} ORDER BY near DESC, title LIMIT ${OFFER}`;
}

/** Words that stand in no runbook are replaced by the nearest that do, when they are few: each costs a look. */
const MISTYPED = 3;

/**
 * What was likely meant by words of which some stand nowhere: the same words, with the nearest one that stands in a
 * runbook for each of those.
 * @returns null when all stand somewhere, or nothing is near to one of them
 */
export async function findMeant(
  { db }: Pick<ReadContext, "db">,
  words: readonly string[],
): Promise<string | null> {
  const unknown = [];
  for (const word of words) if (!(await standsSomewhere(db, word))) unknown.push(word);
  const isHopeless = unknown.length > MISTYPED || unknown.some((word) => word.length < LETTERS);
  if (unknown.length === 0 || isHopeless || !(await knowsTrigrams(db))) return null;
  const meant = new Map<string, string>();
  for (const word of unknown) {
    const near = await nearestTo(db, word);
    if (near === null) return null;
    meant.set(word, near);
  }
  return words.map((word) => meant.get(word) ?? word).join(" ");
}

async function standsSomewhere(db: Db, word: string): Promise<boolean> {
  const contains = literally(word);
  const found = await db.runbook.findFirst({
    where: { archivedAt: null, OR: [{ searchText: { contains } }, { notesText: { contains } }] },
    select: { id: true },
  });
  return found !== null;
}

/** Of the runbooks in which something is near, the nearest word. The index finds them by the same measure. */
async function nearestTo(db: Db, word: string): Promise<string | null> {
  const [nearest] = await db.$queryRaw<{ word: string }[]>`
    SELECT word FROM (
      SELECT DISTINCT regexp_split_to_table(search_text, '[^[:alnum:]_-]+') AS word
      FROM (SELECT search_text FROM runbooks WHERE archived_at IS NULL AND search_text %> ${word} LIMIT 20) r
    ) words
    WHERE similarity(word, ${word}) >= ${NEAR} ORDER BY similarity(word, ${word}) DESC, word LIMIT 1`;
  return nearest?.word ?? null;
}

async function knowsTrigrams(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') AS known`;
  return row?.known ?? false;
}
