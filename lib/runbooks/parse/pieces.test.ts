import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { FIXTURES, sourceOf } from "./fixtures/load";
import { readPieces } from "./pieces";

const whole = unified().use(remarkParse).use(remarkFrontmatter, ["yaml", "toml"]).use(remarkGfm).freeze();

/** What is read of a node: everything but columns, and whether a list is loose. */
function shape(node: Nodes): unknown {
  const { position, ...rest } = node;
  const children = "children" in node ? node.children.map(shape) : [];
  return { ...rest, spread: null, children, lines: [position?.start.line, position?.end.line] };
}

const inPieces = (source: string) => readPieces(source.split("\n")).map(shape);
const atOnce = (source: string) => whole.parse(source).children.map(shape);

describe("a document that is read in pieces", () => {
  it.each(FIXTURES)("is what a parser reads of it at once: %s", (name) => {
    expect(inPieces(sourceOf(name))).toEqual(atOnce(sourceOf(name)));
  });

  it.each([
    ["a fence below text", "Run:\n```sh\nls\n```\nand more"],
    ["a fence below HTML", "<details>\n```sh\nls\n```\n\n</details>\n\n```\nls\n```"],
    ["a fence in a comment", "<!--\n\n```sh\nls\n```\n\n-->\n\ntext"],
    ["a fence that is never closed", "a\n\n```sh\nls\n\n# b\n"],
    ["a longer fence around another", "````md\n```sh\nls\n```\n````\n"],
    ["words behind the marks", "~~~ sh  title=x y \na\n~~~\n```a\\*b &amp; c\n```"],
    ["a fence that cuts a list", "1. a\n```\nb\n```\n2. c"],
    ["an indented end", "```\na\n    ```\n   ```\nb"],
    [
      "links that are defined elsewhere",
      `[a][B  c] and ![d]\n\n${"# x\n\n".repeat(900)}[b c]: http://x.y\n[d]:\n  /e`,
    ],
  ])("is so with %s", (_, source) => {
    expect(inPieces(source)).toEqual(atOnce(source));
  });

  it("is so whatever happens to its fences", () => {
    const piece = fc.constantFrom("```sh\n", "```\n", "~~~\n", "ls -l\n", "\n", "- a\n", "  ```\n", "> b\n", "<p>\n", "<!--\n", "-->\n", "# c\n", "|d|\n|-|\n", "www.e.f @g\n"); // oxfmt-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        expect(inPieces(pieces.join(""))).toEqual(atOnce(pieces.join("")));
      }),
      { numRuns: 400 },
    );
  });
});
