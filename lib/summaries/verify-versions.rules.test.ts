import { describe, expect, it } from "vitest";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { people } from "@/lib/timeline/testing/things";
import { verifyVersions } from "./verify-versions.rules";

const [one, two, other] = ["1".repeat(64), "2".repeat(64), "3".repeat(64)];
const submitted = anEntry("summary.submitted", { version: 2, sha256: one }, { seq: 10 });
const signedOff = anEntry("summary.signed_off", { version: 2, sha256: one }, { seq: 12 });
const redaction = anEntry("summary.redacted", { version: 2, from: one, to: two }, { seq: 20 });
const stored = (contentHash: string, sha256 = contentHash) => [{ number: 2, contentHash, sha256 }];
const altered = (seq: number) => ({ problems: [{ seq, what: "summary altered" }], redacted: [] });
const fine = { problems: [], redacted: [] };

describe("the versions of a summary", () => {
  it("are as they were decided on", () => {
    expect(verifyVersions([submitted, signedOff], stored(one))).toEqual(fine);
  });

  it("are altered when content, its hash or all of it is another", () => {
    expect(verifyVersions([submitted], stored(other))).toEqual(altered(10));
    expect(verifyVersions([submitted, signedOff], stored(one, other))).toEqual(altered(12));
    expect(verifyVersions([submitted, signedOff], [])).toEqual(altered(12));
  });

  it("are redacted, not altered, when the timeline says so", () => {
    const by = { by: people.mara, at: redaction.at };
    expect(verifyVersions([submitted, signedOff, redaction], stored(two))).toEqual({
      problems: [],
      redacted: [{ seq: 12, ...by }],
    });
    const later = anEntry("summary.signed_off", { version: 2, sha256: two }, { seq: 25 });
    expect(verifyVersions([submitted, redaction, later], stored(two)).redacted).toEqual([{ seq: 25, ...by }]);
  });

  it("are altered when more than the redaction took away has changed, before or since", () => {
    expect(verifyVersions([submitted, signedOff, redaction], stored(other))).toEqual(altered(12));
    const ofOther = anEntry("summary.redacted", { version: 2, from: other, to: two }, { seq: 20 });
    expect(verifyVersions([submitted, ofOther], stored(two))).toEqual(altered(10));
  });

  it("are bound to nothing while nobody has submitted them", () => {
    const drafted = anEntry("summary.drafted", { version: 2, sha256: other }, { seq: 5 });
    expect(verifyVersions([drafted, redaction], stored(one))).toEqual(fine);
  });
});
