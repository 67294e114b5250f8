import { formatExact } from "@/lib/kernel/clock-times";
import type { ProblemKind, Verification } from "./types";

/** What each problem means, in words. */
export const problemWords: Record<ProblemKind, string> = {
  altered: "altered: the entry is not what was hashed",
  removed: "removed",
  "cut off": "cut off: this entry and all after it are missing",
  added: "added after the signed head",
  "text altered": "words altered or taken away, and nobody redacted them",
  "summary altered": "the summary is not the text that was decided on here, and nobody redacted it",
  "bad signature": "the head's signature is not right",
  "unknown key": "the head is signed with a key that this console does not know",
};

/**
 * What a verification found, one finding a line, the judgement first.
 * @param subject what was verified, as INC-42
 * @param nameOf gives a person's name
 */
export function findings(subject: string, found: Verification, nameOf: (id: string) => string): string[] {
  const { ok, entries, head, problems, redacted } = found;
  const count = `${entries} ${entries === 1 ? "entry" : "entries"}`;
  return [
    ok
      ? `${subject}: ${count}, nothing altered, removed or cut off. Head ${head.seq}:${head.hash}`
      : `${subject}: NOT as it was written. ${count} found, head ${head.seq}:${head.hash}`,
    ...problems.map(({ seq, what }) => `  #${seq} ${problemWords[what]}`),
    ...redacted.map(
      ({ seq, by, at }) =>
        `  #${seq} words redacted by ${by ? nameOf(by) : "the console"}, ${formatExact(Date.parse(at), "UTC")}`,
    ),
  ];
}
