import { describe, expect, it } from "vitest";
import { atHandNow, notReadyFor, type AtHand } from "./ready.rules";

const opened = atHandNow(null, "fence Done", { byHand: false, at: 1_000 });
const next = (before: AtHand, press: string, at: number, byHand = false) =>
  atHandNow(before, press, { byHand, at });

describe("a press is taken for the step on the card", () => {
  it("at once when the screen opens", () => {
    expect(notReadyFor(opened, 1_000)).toBe(0);
  });

  it("only half a second after it came in the place of another", () => {
    const promote = next(opened, "promote Done", 5_000);
    expect(notReadyFor(promote, 5_000)).toBe(500);
    expect(notReadyFor(promote, 5_250)).toBe(250);
    expect(notReadyFor(promote, 5_500)).toBe(0);
    expect(notReadyFor(promote, 9_000)).toBe(0);
  });

  it("not when it was pressed before that, however late it is heard", () => {
    expect(notReadyFor(next(opened, "promote Done", 5_000), 4_900)).toBe(600);
  });

  it("as late when the same step has come to ask for something else", () => {
    expect(notReadyFor(next(opened, "fence Confirm", 5_000), 5_180)).toBe(320);
  });

  it("at once when this person put it there", () => {
    expect(notReadyFor(next(opened, "promote Done", 5_000, true), 5_000)).toBe(0);
  });

  it("counted from when it came, however often it is drawn", () => {
    const promote = next(opened, "promote Done", 5_000);
    expect(next(promote, "promote Done", 5_400)).toBe(promote);
  });
});
