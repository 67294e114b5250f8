import { canonical, entryHash, GENESIS, textDigest } from "../hash.rules";
import { headProblems } from "./head-problems";
import { imageRef, textRefs } from "./text-refs";
import type { Against, NotedHead, Problem, Redacted, StoredEntry, Verification } from "./types";

/** A gap is told entry by entry, up to this many. */
const GAP_TOLD = 100;

/** A verification under way: long streams are read in batches. */
export interface Progress {
  seq: number;
  hash: string;
  hashAtNoted: string | undefined;
  problems: Problem[];
  /** The digest of each text's words; null: the words are gone. */
  digests: Map<string, string | null>;
  /** Texts without the right words, and the entry that first refers to them. */
  wrongTexts: Map<string, number>;
  redactions: Map<string, Omit<Redacted, "seq">>;
}

/** Verifies a whole stream at once. @param rows all its entries, in order */
export function verifyEntries(rows: readonly StoredEntry[], against: Against): Verification {
  const progress = beginVerification();
  for (const row of rows) verifyEntry(progress, row, against.noted);
  return endVerification(progress, against);
}

export function beginVerification(): Progress {
  return {
    ...{ seq: 0, hash: GENESIS, hashAtNoted: undefined, problems: [] },
    ...{ digests: new Map(), wrongTexts: new Map(), redactions: new Map() },
  };
}

/** Verifies the next entry: its number, its hash, its words. Writes what it finds to `progress`. */
export function verifyEntry(progress: Progress, row: StoredEntry, noted?: NotedHead): void {
  const missing = row.seq - progress.seq - 1;
  for (let i = 1; i <= Math.min(missing, GAP_TOLD); i++)
    progress.problems.push({ seq: progress.seq + i, what: "removed" });
  const data = exactData(row.data);
  // After a gap the hash before is not known: what follows can only be taken as it stands.
  const whole = data !== undefined && (missing > 0 || hashOf(progress.hash, row, data) === row.hash);
  if (!whole) progress.problems.push({ seq: row.seq, what: "altered" });
  verifyTexts(progress, row, data);
  if (row.kind === "text.redacted") noteRedaction(progress, row, data);
  if (row.seq === noted?.seq) progress.hashAtNoted = row.hash;
  progress.seq = row.seq;
  progress.hash = row.hash;
}

/** The judgement, once every entry has been looked at. */
export function endVerification(progress: Progress, against: Against): Verification {
  const problems = [...progress.problems];
  const redacted: Redacted[] = [];
  for (const [textId, seq] of progress.wrongTexts) {
    const redaction = progress.redactions.get(textId);
    const gone = (progress.digests.get(textId) ?? null) === null;
    if (redaction && gone) redacted.push({ seq, ...redaction });
    else problems.push({ seq, what: "text altered" });
  }
  problems.push(...headProblems(progress, against));
  const { seq, hash } = against.head;
  return {
    ok: problems.length === 0,
    entries: progress.seq,
    head: { seq, hash },
    problems: inOrder(problems),
    redacted,
  };
}

/** The data, if it is stored exactly as it was hashed. */
function exactData(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return canonical(data) === text ? data : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(previous: string, row: StoredEntry, data: unknown): string {
  const { streamId, seq, kind, version } = row;
  const actor = { kind: row.actorKind, id: row.actorId, via: row.via };
  const times = { at: row.at.toISOString(), occurredAt: row.occurredAt?.toISOString() ?? null };
  return entryHash(previous, { streamId, seq, kind, version, actor, ...times, data });
}

/** A text may have come with an earlier entry: a changed title refers to the one before. */
function verifyTexts({ digests, wrongTexts }: Progress, row: StoredEntry, data: unknown): void {
  for (const { id, salt, text } of row.texts) {
    digests.set(id, salt && text !== null ? textDigest(salt, text) : null);
  }
  for (const { textId, digest } of textRefs(data)) {
    if (digests.get(textId) !== digest && !wrongTexts.has(textId)) wrongTexts.set(textId, row.seq);
  }
  const image = imageRef(data);
  if (!image || wrongTexts.has(image.textId)) return;
  const stored = row.images?.find(({ id }) => id === image.textId);
  if (stored?.digest !== image.digest) wrongTexts.set(image.textId, row.seq);
}

function noteRedaction({ redactions }: Progress, row: StoredEntry, data: unknown): void {
  const textId = (data as { textId?: unknown } | undefined)?.textId;
  if (typeof textId === "string") redactions.set(textId, { by: row.actorId, at: row.at.toISOString() });
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [`${problem.seq} ${problem.what}`, problem]));
  return [...once.values()].sort((a, b) => a.seq - b.seq);
}
