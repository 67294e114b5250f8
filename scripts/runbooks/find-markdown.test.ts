import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findMarkdown } from "./find-markdown";

describe("the files that an import is given", () => {
  let folder = "";
  const at = (...parts: string[]) => path.join(folder, ...parts);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "runbooks-"));
    mkdirSync(at("queues", ".drafts"), { recursive: true });
    mkdirSync(at("pictures"));
    for (const file of ["orders.md", "notes.txt", "queues/backlog.MD", "queues/.drafts/half.md"]) {
      writeFileSync(at(file), "# Title\n");
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are all Markdown below a folder, in order, without what is hidden", () => {
    expect(findMarkdown([folder])).toEqual([at("orders.md"), at("queues/backlog.MD")]);
  });

  it("are a named file whatever it is called, and each once", () => {
    expect(findMarkdown([at("notes.txt"), at("queues"), at("queues", "..", "queues", "backlog.MD")])).toEqual(
      [at("notes.txt"), at("queues/backlog.MD")],
    );
  });

  it("must be there", () => {
    expect(() => findMarkdown([at("gone.md")])).toThrow("gone.md is not there.");
    expect(() => findMarkdown([at("pictures")])).toThrow("holds no Markdown file");
  });
});
