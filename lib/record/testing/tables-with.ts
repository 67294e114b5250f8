import type { TestContext } from "@/lib/db/testing/make-context";

/** Every table that holds the words, in any column. */
export async function tablesWith({ db }: TestContext, words: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${name}" AS t WHERE strpos(t::text, $1) > 0`,
      words,
    );
    if (row && row.n > 0) found.push(name);
  }
  return found;
}
