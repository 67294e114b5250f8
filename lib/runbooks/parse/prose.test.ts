import { describe, expect, it } from "vitest";
import { readProse } from "./prose";
import type { Block, Inline } from "./types";

/** The tree without where its lines stood. */
function read(text: string): unknown {
  return JSON.parse(JSON.stringify(readProse(text), (key, value) => (key === "lines" ? undefined : value)));
}

const paragraph = (...inlines: Inline[]) => ({ type: "paragraph", inlines }) as unknown as Block;

describe("what people write in a field", () => {
  it("is Markdown: emphasis, code, lists, quotes, tables", () => {
    expect(read("**Bold** and `code`")).toEqual([
      paragraph(
        { type: "strong", children: [{ type: "text", text: "Bold" }] },
        { type: "text", text: " and " },
        { type: "code", text: "code" },
      ),
    ]);
    const types = readProse("- one\n- two\n\n> said\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n# Head").map(
      ({ type }) => type,
    );
    expect(types).toEqual(["list", "quote", "table", "heading"]);
  });

  it("keeps its line breaks, and a rule at its top", () => {
    expect(read("one\ntwo")).toEqual([
      paragraph(
        { type: "text", text: "one" },
        { type: "break" },
        { type: "text", text: " " },
        {
          type: "text",
          text: "two",
        },
      ),
    ]);
    expect(readProse("---\nsaid\n---\n").map(({ type }) => type)).toEqual(["rule", "heading"]);
  });

  it("is nothing when nothing was written", () => {
    expect(readProse(" \n\n")).toEqual([]);
  });

  it.each(["https://example.org/a", "http://10.1.2.3", "mailto:a@example.org"])("links to %s", (href) => {
    expect(JSON.stringify(read(`[go](${href})`))).toContain(`"href":"${href}","title":null,"safe":true`);
    expect(JSON.stringify(read(`[go][1]\n\n[1]: ${href}`))).toContain(`"type":"link","href":"${href}"`);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "/admin",
    "#x",
  ])("does not link to %s", (href) => {
    for (const text of [`[go](${href})`, `[go][1]\n\n[1]: ${href}`, `<${href}>`])
      expect(JSON.stringify(read(text))).not.toContain('"type":"link"');
  });

  it("keeps HTML as text, and images as their words", () => {
    expect(read("a <b>x</b>")).toEqual([
      paragraph(...["a ", "<b>", "x", "</b>"].map((text): Inline => ({ type: "text", text }))),
    ]);
    expect(read("<img src=x onerror=alert(1)>")).toEqual([
      { type: "html", text: "<img src=x onerror=alert(1)>" },
    ]);
    expect(read("![chart](https://example.org/a.png)")).toEqual([
      paragraph({ type: "image", alt: "chart", src: "https://example.org/a.png", title: null }),
    ]);
  });
});
