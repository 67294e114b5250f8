import { describe, expect, it } from "vitest";
import type { AccessRole, PersonActor } from "@/lib/kernel/actor";
import type { SummaryDto } from "@/lib/summaries/dto";
import { historyOf } from "./history.rules";
import { signOffStage, standingReturn, voidedSignOff } from "./sign-off.rules";

const at = "2026-03-02T09:00:00.000Z";
const version = { number: 1, authorId: "mara", savedAt: at, submittedAt: at, sha256: "a", redacted: null };
const signed = {
  version: 1,
  kind: "signed_off",
  personId: "ruth",
  at,
  comment: null,
  voidedAt: null,
} as const;

function aSummary(fields: Partial<SummaryDto> = {}): SummaryDto {
  return {
    ...{ state: "draft", incidentStatus: "resolved", version: 1, signedVersion: null },
    ...{ authorIds: ["mara"], versions: [version], decisions: [], hasReviewer: true },
    ...fields,
  } as SummaryDto;
}

function person(accessRole: AccessRole, id = "ruth"): PersonActor {
  return { kind: "person", id, accessRole, via: "session" };
}

describe("what a person can do about a summary", () => {
  it.each([
    ["viewer", "wait"],
    ["responder", "submit"],
    ["manager", "submit"],
  ] as const)("a draft, as a %s: %s", (role, kind) => {
    expect(signOffStage(aSummary(), person(role)).kind).toBe(kind);
  });

  it("waits for the incident while it runs again", () => {
    const stage = signOffStage(aSummary({ incidentStatus: "investigating" }), person("responder"));
    expect(stage).toMatchObject({
      kind: "wait",
      why: expect.stringContaining("once it is resolved") as string,
    });
  });

  it("decides as a manager who wrote none of it", () => {
    expect(signOffStage(aSummary({ state: "in_review" }), person("manager")).kind).toBe("decide");
  });

  it("does not decide on what it wrote, and says why", () => {
    const stage = signOffStage(aSummary({ state: "in_review" }), person("manager", "mara"));
    expect(stage).toMatchObject({ kind: "wait", why: expect.stringContaining("You wrote a part") as string });
  });

  it("does nothing once the incident is closed", () => {
    const stage = signOffStage(aSummary({ incidentStatus: "closed" }), person("manager"));
    expect(stage.kind).toBe("closed_unsigned");
  });
});

describe("a sign-off that an edit voided", () => {
  it("is named with who edited it", () => {
    const summary = aSummary({
      ...{ version: 2, decisions: [{ ...signed, voidedAt: at }] },
      versions: [{ ...version, number: 2, authorId: "wen", submittedAt: null }, version],
    });
    expect(voidedSignOff(summary)).toMatchObject({ decision: { version: 1 }, editedById: "wen" });
  });

  it("is past once a later version is signed off", () => {
    const decisions = [
      { ...signed, version: 2 },
      { ...signed, voidedAt: at },
    ];
    expect(voidedSignOff(aSummary({ state: "signed_off", signedVersion: 2, decisions }))).toBeNull();
  });
});

describe("a return", () => {
  const returned = { ...signed, kind: "returned", comment: "Who owns 3?" } as const;

  it("stands until the summary is submitted again", () => {
    const edited = { ...version, number: 2, submittedAt: null };
    const summary = aSummary({ decisions: [returned], versions: [edited, version] });
    expect(standingReturn(summary)).toBe(returned);
    expect(standingReturn({ ...summary, state: "in_review" })).toBeNull();
  });
});

describe("what happened so far", () => {
  it("tells of versions and decisions, newest first", () => {
    const summary = aSummary({ decisions: [{ ...signed, at: "2026-03-03T09:00:00.000Z" }] });
    expect(historyOf(summary).map(({ personId, what }) => [personId, what])).toEqual([
      ["ruth", "signed off"],
      ["mara", "submitted"],
    ]);
  });
});
