import { expect, test } from "vitest";
import { eventKinds } from "@/lib/timeline/events";
import { isInGroup, kindGroups } from "./kinds.rules";
import { countLines, decideHappened, mayCorrect, pinsAfter } from "./record.rules";

const now = new Date("2026-03-01T03:10:00.000Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

test.each([
  ["nothing told", null, null],
  ["a minute ago", inSeconds(-60), inSeconds(-60)],
  ["the very moment", now, now],
  ["a browser that is a minute fast", inSeconds(60), null],
])("with %s it happened then", (_what, told, at) => {
  expect(decideHappened(told, now)).toEqual({ ok: true, at });
});

test("what lies in the future has not happened", () => {
  expect(decideHappened(inSeconds(61), now)).toMatchObject({ ok: false, code: "invalid" });
});

test.each([
  ["the author", { id: "elias", accessRole: "responder", role: null }, true],
  ["the author who is but a viewer now", { id: "elias", accessRole: "viewer", role: null }, true],
  ["the scribe", { id: "wen", accessRole: "responder", role: "scribe" }, true],
  ["the commander", { id: "mara", accessRole: "responder", role: "commander" }, true],
  ["a manager", { id: "noor", accessRole: "manager", role: null }, true],
  ["an administrator", { id: "ada", accessRole: "administrator", role: null }, true],
  ["the deputy", { id: "jonah", accessRole: "responder", role: "deputy" }, false],
  ["another responder", { id: "sam", accessRole: "responder", role: "responder" }, false],
] as const)("whether %s may correct a note of Elias: %o gives %s", (_who, corrector, allowed) => {
  expect(mayCorrect(corrector, "elias")).toBe(allowed);
});

test("what the console wrote belongs to nobody, not to a corrector without an id", () => {
  expect(mayCorrect({ id: null, accessRole: "responder", role: null }, null)).toBe(false);
});

test.each([
  ["one", 1],
  ["one\n", 1],
  ["one\ntwo", 2],
  ["one\r\ntwo\r\n", 2],
  ["one\n\nthree\n", 3],
  ["a\rb", 2],
])("%j has %i lines", (text, lines) => {
  expect(countLines(text)).toBe(lines);
});

test("an entry is pinned until it is unpinned, and can be pinned again", () => {
  const pin = (seq: number) => ({ kind: "entry.pinned", seq });
  const unpin = (seq: number) => ({ kind: "entry.unpinned", seq });
  expect(pinsAfter([])).toEqual([]);
  expect(pinsAfter([pin(4), pin(7), unpin(4)])).toEqual([7]);
  expect(pinsAfter([pin(4), unpin(4), pin(4), pin(4)])).toEqual([4]);
});

test("every kind that an incident can have belongs to one group", () => {
  const administration =
    /^(console|link|token|environment|service|webhook|target|runbook|runbook_source)\.|^person\.(created|access|deact|react|profile|password|sessions)/;
  for (const kind of eventKinds.filter((known) => !administration.test(known))) {
    expect(kindGroups.filter((group) => isInGroup(kind, group))).toHaveLength(1);
  }
});
