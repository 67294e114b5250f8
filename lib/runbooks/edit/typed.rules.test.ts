import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownText, typedInto } from "./typed.rules";

const line = fc.constantFrom("", "a", "b", "c d", "- e");
const end = fc.constantFrom("\n", "\r\n");
const document = fc
  .tuple(fc.constantFrom("", "\uFEFF"), fc.array(fc.tuple(line, end)), line)
  .map(([mark, lines, last]) => mark + lines.map(([text, eol]) => text + eol).join("") + last);
const typed = fc.array(line).map((lines) => lines.join("\n"));

describe("typing", () => {
  test("nothing leaves a document as it was, byte for byte", () => {
    fc.assert(
      fc.property(document, (source) => {
        expect(typedInto(source, shownText(source))).toBe(source);
      }),
    );
  });

  test("anything gives a document that shows it", () => {
    fc.assert(
      fc.property(document, typed, (source, text) => {
        expect(shownText(typedInto(source, text))).toBe(text);
      }),
    );
  });

  test("one line leaves how the others end", () => {
    expect(typedInto("a\r\nb\nc\r\nd", "a\nb!\nc\nd")).toBe("a\r\nb!\r\nc\r\nd");
    expect(typedInto("a\r\nb\r\n", "a\nnew\nb\n")).toBe("a\r\nnew\r\nb\r\n");
  });

  test("keeps the byte order mark, and a missing last line end", () => {
    expect(typedInto("\uFEFFa\r\nb", "a\nb c")).toBe("\uFEFFa\r\nb c");
    expect(typedInto("\uFEFFa\n", "")).toBe("\uFEFF");
  });
});
