import { describe, expect, it } from "vitest";
import { accessRoles, systemActor, type Actor } from "@/lib/kernel/actor";
import { decideReview, missingParts, reviewDueAt, summaryMoves, type SummaryState } from "./state.rules";

const states = Object.keys(summaryMoves) as SummaryState[];
const author = "mara";
const authors = new Set([author]);
const person = (accessRole: (typeof accessRoles)[number], id = "ruth"): Actor => ({
  ...{ kind: "person", id, accessRole, via: "session" },
});

describe("the life of a summary", () => {
  it("goes back to a draft with any edit", () => {
    expect(states.map((state) => summaryMoves[state].edit)).toEqual(states.map(() => "draft"));
  });

  it("is decided only while it is in review", () => {
    expect(states.filter((state) => "sign_off" in summaryMoves[state])).toEqual(["in_review"]);
    expect(states.filter((state) => "return" in summaryMoves[state])).toEqual(["in_review"]);
  });

  it("is submitted as a draft, or again after a return", () => {
    expect(states.filter((state) => "submit" in summaryMoves[state])).toEqual(["draft", "returned"]);
  });
});

describe("deciding on a summary", () => {
  it.each([
    ["viewer", false],
    ["responder", false],
    ["manager", true],
    ["administrator", true],
  ] as const)("a %s who wrote none of it: %s", (role, may) => {
    expect(decideReview("in_review", person(role), authors).ok).toBe(may);
  });

  it.each(accessRoles)("is never for its author, as a %s", (role) => {
    expect(decideReview("in_review", person(role, author), authors)).toMatchObject({ code: "forbidden" });
  });

  it.each(states.filter((state) => state !== "in_review"))("is a conflict while it is %s", (state) => {
    expect(decideReview(state, person("manager"), authors)).toMatchObject({ code: "conflict" });
  });

  it("is for people: neither the console nor a token decides", () => {
    const token: Actor = { kind: "token", id: "t", accessRole: "administrator", via: "api" };
    expect(decideReview("in_review", systemActor("due"), authors).ok).toBe(false);
    expect(decideReview("in_review", token, authors).ok).toBe(false);
  });
});

describe("when a summary should be signed off", () => {
  it.each([
    [1, "2026-03-04T03:00:00.000Z"],
    [2, "2026-03-04T03:00:00.000Z"],
    [3, "2026-03-08T03:00:00.000Z"],
    [4, "2026-03-08T03:00:00.000Z"],
  ])("SEV%d: %s", (severity, due) => {
    expect(reviewDueAt(severity, new Date("2026-03-01T03:00:00.000Z")).toISOString()).toBe(due);
  });
});

describe("what is missing before a submission", () => {
  const written = { impact: "a", rootCause: "b", remediation: "c", wentWell: "d" };

  it("is nothing once every part has words", () => {
    expect(missingParts(written)).toEqual([]);
  });

  it("names the parts that are blank, in the order of the document", () => {
    expect(missingParts({ ...written, wentWell: " \n", impact: "" })).toEqual(["impact", "what went well"]);
  });
});
