import type { ReadContext } from "@/lib/db/context";
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

async function knowsTrigrams(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') AS known`;
  return row?.known ?? false;
}
