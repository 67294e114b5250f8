import type { ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import type { NotedHead, StoredEntry, StoredHead, StoredImage, StoredText, Verification } from "./types";
import { beginVerification, endVerification, verifyEntry } from "./verify-entries";

const BATCH = 500;
const TRIES = 3;

type Db = Pick<ReadContext, "db">;

/**
 * Verifies a stream as it is stored now, in batches, whatever its length.
 * The caller has asked the policy (`timeline.verify`).
 * @param noted a head that was noted elsewhere, to find out whether the end was cut off since
 * @throws Failure `not_found` when there is no such stream
 */
export async function verifyStream(ctx: Db, streamId: string, noted?: NotedHead): Promise<Verification> {
  for (let attempt = 1; ; attempt++) {
    const { head, last } = await readHead(ctx, streamId);
    const progress = beginVerification();
    for await (const row of storedEntries(ctx, streamId, last)) verifyEntry(progress, row, noted);
    const found = endVerification(progress, { head, keys: await readKeys(ctx), noted });
    // A redaction may come in between: its entry is then after our head. Look again before crying wolf.
    const moved = !found.ok && (await readHead(ctx, streamId)).head.seq !== head.seq;
    if (!moved || attempt === TRIES) return found;
  }
}

/** One statement, so that head and newest entry are of one moment. */
async function readHead(ctx: Db, streamId: string): Promise<{ head: StoredHead; last: number }> {
  const rows = await ctx.db.$queryRaw<(Omit<StoredHead, "streamId"> & { last: number | null })[]>`
    SELECT head_seq AS seq, head_hash AS hash, head_signature AS signature, head_key_id AS "keyId",
      (SELECT max(seq) FROM timeline_entries WHERE stream_id = streams.id) AS last
    FROM streams WHERE id = ${streamId}::uuid`;
  const row = rows[0];
  if (!row) throw new Failure("not_found", "There is no such stream of events.");
  const { last, ...head } = row;
  return { head: { streamId, ...head }, last: last ?? 0 };
}

async function* storedEntries(ctx: Db, streamId: string, last: number): AsyncGenerator<StoredEntry> {
  for (let after = 0; after < last;) {
    const rows = await ctx.db.timelineEntry.findMany({
      where: { streamId, seq: { gt: after, lte: last } },
      orderBy: { seq: "asc" },
      take: BATCH,
    });
    const end = rows.at(-1)?.seq ?? last;
    const texts = await ctx.db.entryText.findMany({
      where: { streamId, seq: { gt: after, lte: end } },
      select: { id: true, seq: true, salt: true, text: true },
    });
    const bySeq = new Map<number, StoredText[]>();
    for (const text of texts) bySeq.set(text.seq, [...(bySeq.get(text.seq) ?? []), text]);
    const images = await readImages(ctx, streamId, after, end);
    for (const row of rows)
      yield {
        ...row,
        texts: bySeq.get(row.seq) ?? [],
        images: images.filter(({ seq }) => seq === row.seq),
      };
    after = end;
  }
}

/** Hashed where they lie: a stream may hold a gigabyte of them. */
function readImages(
  ctx: Db,
  streamId: string,
  after: number,
  end: number,
): Promise<(StoredImage & { seq: number })[]> {
  return ctx.db.$queryRaw`
    SELECT text_id AS id, seq, encode(sha256(salt || bytes), 'hex') AS digest FROM evidence_images
    WHERE stream_id = ${streamId}::uuid AND seq > ${after} AND seq <= ${end}`;
}

async function readKeys(ctx: Db): Promise<Map<string, string>> {
  const keys = await ctx.db.signingKey.findMany({ select: { id: true, publicKey: true } });
  return new Map(keys.map((key) => [key.id, key.publicKey]));
}
