import { describe, expect, it } from "vitest";
import { parseProse } from "./prose.rules";

describe("written text", () => {
  it("falls into paragraphs at empty lines and keeps its line breaks", () => {
    expect(parseProse("One\ntwo\n \n\nThree\n", 9)).toEqual([[{ text: "One\ntwo" }], [{ text: "Three" }]]);
  });

  it("sets code apart", () => {
    expect(parseProse("Renamed `deadline_at`.", 9)).toEqual([
      [{ text: "Renamed " }, { code: "deadline_at" }, { text: "." }],
    ]);
  });

  it("cites entries that exist", () => {
    expect(parseProse("See #5, not #50.", 9)).toEqual([
      [{ text: "See " }, { cite: 5 }, { text: ", not #50." }],
    ]);
  });

  it("leaves markup and anchors as they were typed", () => {
    expect(parseProse("<b>x</b> page#5 a##5 #0", 9)).toEqual([[{ text: "<b>x</b> page#5 a##5 #0" }]]);
  });

  it("is nothing when nothing was written", () => {
    expect(parseProse("  \n ", 9)).toEqual([]);
  });
});
