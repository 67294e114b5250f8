import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pageFiles } from "../console-pages";
import { screensByRole } from "./all";
import { visitorScreens } from "./visitor";

/** Pages that axe looks at in a journey of their own. */
const elsewhere: Record<string, string> = {
  "(console)/incidents/[key]/checklists/[checklistId]": "e2e/decisions.spec.ts",
};

test("every page is among those that axe looks at", () => {
  const screens = [visitorScreens, ...Object.values(screensByRole)].flat();
  const seen = new Set(screens.map(({ path }) => fileOf(path)));
  expect(pageFiles().filter((file) => !seen.has(file) && !elsewhere[file])).toEqual([]);
  for (const journey of Object.values(elsewhere))
    expect(readFileSync(journey, "utf8")).toContain("expectAccessible(page)");
});

/** The page file that answers an address: of several that fit, the one with the fewest names to fill in. */
function fileOf(path: string): string | undefined {
  const address = path.replace(/\{.+\}/, "KEY").replace(/\?.*$/, "");
  const fitting = pageFiles().filter((file) => {
    const parts = file.split("/").filter((part) => !part.startsWith("("));
    const pattern = parts.map((part) => (part.startsWith("[") ? "[^/]+" : part)).join("/");
    return new RegExp(`^/${pattern}$`).test(address);
  });
  return fitting.toSorted((a, b) => a.split("[").length - b.split("[").length)[0];
}
