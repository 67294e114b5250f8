import { describe, expect, it } from "vitest";
import { parseRunbook } from "./parse/parse-runbook";
import { detailsNamed } from "./named-details.rules";

const named = (source: string) => detailsNamed(parseRunbook(source).metadata);

describe("what a document says of itself", () => {
  it("stands in its front matter, one or several", () => {
    const head =
      "---\nowner: Mara@Example.test\ntags: [Disk, database]\nservices:\n  - Orders\nreview_by: 2027-03-01\n---\n";
    expect(named(`${head}\n# Disk full\n\n1. Look.\n`)).toEqual({
      ...{ owners: ["mara@example.test"], tags: ["database", "disk"], services: ["orders"] },
      reviewBy: "2027-03-01",
    });
  });

  it("stands in marked lines below its title", () => {
    const said = named("# Disk full\n\n**Owner**: Mara Lind\n**Tags**: disk; night, disk\n\n1. Look.\n");
    expect(said).toMatchObject({ owners: ["mara lind"], tags: ["disk", "night"], reviewBy: null });
  });

  it("is left where it is no tag and no day", () => {
    const head = (day: string) => `---\ntags: ${"x".repeat(41)}\nreview_by: ${day}\n---\n\n# Disk full\n`;
    expect(named(head("soon"))).toMatchObject({ tags: [], reviewBy: null });
    expect(named(head("2027-02-30"))).toMatchObject({ reviewBy: null });
  });

  it("is read up to what may be given by hand", () => {
    const many = Array.from({ length: 99 }, (_, n) => `n${n}`).join(", ");
    const { owners, tags, services } = named(
      `---\nowner: ${many}\ntags: ${many}\nservice: ${many}\n---\n# R\n`,
    );
    expect([owners, tags, services].map(({ length }) => length)).toEqual([5, 20, 50]);
  });
});
