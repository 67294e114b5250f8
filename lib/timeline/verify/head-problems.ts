import { headMessage } from "../hash.rules";
import { isSignedBy } from "../signing";
import type { Against, Problem } from "./types";

/** The end of the chain as it was found. */
export interface Tail {
  seq: number;
  hash: string;
  /** The hash found at the number that somebody noted; undefined when there is no such entry. */
  hashAtNoted: string | undefined;
}

/** What is wrong between the chain that was found, its signed head, and a head noted elsewhere. */
export function headProblems(tail: Tail, against: Against): Problem[] {
  return [...lengthProblems(tail, against), ...signatureProblems(against), ...notedProblems(tail, against)];
}

function lengthProblems(tail: Tail, { head }: Against): Problem[] {
  if (tail.seq < head.seq) return [{ seq: tail.seq + 1, what: "cut off" }];
  if (tail.seq > head.seq) return [{ seq: head.seq + 1, what: "added" }];
  return tail.hash === head.hash ? [] : [{ seq: head.seq, what: "altered" }];
}

function signatureProblems({ head, keys }: Against): Problem[] {
  const key = keys.get(head.keyId);
  if (key === undefined) return [{ seq: head.seq, what: "unknown key" }];
  const message = headMessage(head.streamId, head.seq, head.hash);
  return isSignedBy(key, message, head.signature) ? [] : [{ seq: head.seq, what: "bad signature" }];
}

function notedProblems(tail: Tail, { noted }: Against): Problem[] {
  if (!noted) return [];
  if (tail.seq < noted.seq) return [{ seq: tail.seq + 1, what: "cut off" }];
  const same = tail.hashAtNoted?.startsWith(noted.hash.toLowerCase());
  return same ? [] : [{ seq: noted.seq, what: "altered" }];
}
