import { describe, expect, it } from "vitest";
import { isSafeHref } from "./inline";
import { findMojibake } from "./mojibake";

describe("a link", () => {
  it.each([
    "https://example.org",
    "http://a",
    "mailto:a@b.org",
    "#part",
    "../docs/a.md",
    "/path?x=1:2",
    "a/b:c",
  ])("may lead to %s", (href) => {
    expect(isSafeHref(href)).toBe(true);
  });

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "\\\\evil.example",
  ])("may not lead to %j", (href) => {
    expect(isSafeHref(href)).toBe(false);
  });
});

describe("mis-decoded text", () => {
  it("is found with what it was", () => {
    expect(findMojibake("the queueâ€™s end")).toEqual([{ raw: "â€™", repair: "’", at: 9 }]);
    expect(findMojibake("ðŸŸ£")).toEqual([{ raw: "ðŸŸ£", repair: "🟣", at: 0 }]);
  });

  it("is not text in any language", () => {
    for (const text of ["naïve café", "NÃO à é", "München", "✓ fertig", "日本語", "— “quoted” …"])
      expect(findMojibake(text)).toEqual([]);
  });
});
