import { describe, expect, it } from "vitest";
import { gapsIn, judge, type Found, type ToldAct } from "./judge.rules";

const entry = { place: "a:1", facts: "a note" };
const noted: ToldAct = { key: "k1", outcome: "done", hasWords: true, entries: [entry] };
const refused: ToldAct = { key: "k2", outcome: "refused", hasWords: true, entries: [] };
const there: Found = { entries: [{ ...entry, actKey: "k1" }], answers: ["k1"] };
const allWell = { lost: [], doubled: [], refusedYetThere: [] };

describe("what chaos makes of the database", () => {
  it("finds nothing when each act is there once and what was refused is not", () => {
    expect(judge([noted, refused], there)).toEqual(allWell);
  });

  it("calls an act lost whose entry is missing, or says something else", () => {
    expect(judge([noted], { entries: [], answers: ["k1"] }).lost).toEqual(["k1"]);
    const altered = { entries: [{ ...entry, facts: "another note", actKey: "k1" }], answers: ["k1"] };
    expect(judge([noted], altered).lost).toEqual(["k1"]);
  });

  it("calls an act lost whose words or stored answer are missing", () => {
    expect(judge([noted], { ...there, answers: [] }).lost).toEqual(["k1"]);
    expect(judge([noted], { ...there, entries: [{ ...entry, actKey: null }] }).lost).toEqual(["k1"]);
  });

  it("calls acts lost that were told the same entry", () => {
    const other: ToldAct = { ...noted, key: "k3", hasWords: false };
    expect(judge([noted, other], { ...there, answers: ["k1", "k3"] }).lost).toEqual(["k1", "k3"]);
  });

  it("calls an act doubled whose words are there twice", () => {
    const again = { place: "a:2", facts: "a note", actKey: "k1" };
    expect(judge([noted], { ...there, entries: [...there.entries, again] })).toEqual({
      ...allWell,
      doubled: ["k1"],
    });
  });

  it("calls an entry doubled that nobody was told about", () => {
    const tick = { place: "a:2", facts: "a tick", actKey: null };
    expect(judge([noted], { ...there, entries: [...there.entries, tick] })).toEqual({
      ...allWell,
      doubled: ["a:2"],
    });
  });

  it("names acts that were refused and are there all the same", () => {
    const ghost = { place: "a:2", facts: "a move", actKey: "k2" };
    expect(judge([noted, refused], { ...there, entries: [...there.entries, ghost] })).toEqual({
      ...allWell,
      refusedYetThere: ["k2"],
    });
  });
});

describe("numbers without gaps", () => {
  it("names what is missing and what is there twice", () => {
    expect(gapsIn([3, 1, 2])).toEqual({ missing: [], twice: [] });
    expect(gapsIn([1, 4, 4])).toEqual({ missing: [2, 3], twice: [4] });
    expect(gapsIn([])).toEqual({ missing: [], twice: [] });
  });
});
