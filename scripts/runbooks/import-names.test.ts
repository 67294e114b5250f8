import { describe, expect, it } from "vitest";
import { importNames } from "./import-names";

const namesOf = (files: string[], roots: string[]) => [...importNames(files, roots).values()];

describe("the name of a file that is imported", () => {
  it("is its own", () => {
    expect(namesOf(["ops/disk.md", "ops/queue/full.md"], ["ops"])).toEqual(["disk.md", "full.md"]);
  });

  it("is its path where names repeat", () => {
    expect(namesOf(["ops/README.md", "ops/queue/readme.md", "ops/disk.md"], ["ops"])).toEqual([
      ...["README.md", "queue-readme.md", "disk.md"],
    ]);
    expect(namesOf(["a_b/x.md", "a-b/x.md"], ["."])).toEqual(["a_b-x.md", "a-b-x-2.md"]);
    expect(namesOf(["../a/x.md", "../b/x.md"], ["../a/x.md", "../b/x.md"])).toEqual(["a-x.md", "b-x.md"]);
  });
});
