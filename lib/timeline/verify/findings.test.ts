import { expect, test } from "vitest";
import { findings } from "./findings";

const head = { seq: 61, hash: "ab12" };

test("a timeline as it was written is one line, with the head to note", () => {
  const found = { ok: true, entries: 61, head, problems: [], redacted: [] };
  expect(findings("INC-42", found, String)).toEqual([
    "INC-42: 61 entries, nothing altered, removed or cut off. Head 61:ab12",
  ]);
});

test("each problem and each redaction has its line", () => {
  const found = {
    ...{ ok: false, entries: 60, head },
    problems: [
      { seq: 12, what: "altered" as const },
      { seq: 61, what: "cut off" as const },
    ],
    redacted: [{ seq: 30, by: "n", at: "2026-03-01T03:10:00.000Z" }],
  };
  expect(findings("INC-42", found, () => "Noor Haddad")).toEqual([
    "INC-42: NOT as it was written. 60 entries found, head 61:ab12",
    "  #12 altered: the entry is not what was hashed",
    "  #61 cut off: this entry and all after it are missing",
    "  #30 words redacted by Noor Haddad, 1 Mar 2026, 03:10 UTC",
  ]);
});
