/** An entry exactly as it is stored, with its texts. */
export interface StoredEntry {
  streamId: string;
  seq: number;
  kind: string;
  version: number;
  actorKind: "person" | "token" | "system";
  actorId: string | null;
  via: string;
  at: Date;
  occurredAt: Date | null;
  data: string;
  hash: string;
  texts: readonly StoredText[];
  /** The images that its texts describe. */
  images?: readonly StoredImage[];
}

/** An image by the id of its text. */
export interface StoredImage {
  id: string;
  /** SHA-256(salt + bytes) of what is stored; null: it is gone. */
  digest: string | null;
}

export interface StoredText {
  id: string;
  salt: Uint8Array | null;
  text: string | null;
}

/** The signed head of a stream, as it is stored. */
export interface StoredHead {
  streamId: string;
  seq: number;
  hash: string;
  signature: string;
  keyId: string;
}

/** A head that somebody noted elsewhere: its number, and its hash or the first 12 or more of its digits. */
export interface NotedHead {
  seq: number;
  hash: string;
}

export type ProblemKind =
  /** The entry does not give the hash that is stored for it. */
  | "altered"
  /** Missing between others. */
  | "removed"
  /** Missing at the end, from here on. */
  | "cut off"
  /** Stands after the signed head. */
  | "added"
  /** Words, or an image, are not those that the entry vouches for, and no redaction says why. */
  | "text altered"
  /** A summary's version is not the text that was submitted and decided on, and no redaction says why. */
  | "summary altered"
  | "bad signature"
  | "unknown key";

export interface Problem {
  seq: number;
  what: ProblemKind;
}

/** Words that were redacted by the rules: the chain says by whom and when. */
export interface Redacted {
  /** The entry whose words are gone. */
  seq: number;
  by: string | null;
  at: string;
}

export interface Verification {
  ok: boolean;
  /** The number of the last entry that is there. */
  entries: number;
  /** To be noted elsewhere: `seq:hash` finds out later whether the end was cut off. */
  head: { seq: number; hash: string };
  problems: Problem[];
  redacted: Redacted[];
}

/** What a chain is judged against. */
export interface Against {
  head: StoredHead;
  /** Public keys by id, SPKI in PEM. */
  keys: ReadonlyMap<string, string>;
  noted?: NotedHead;
}
