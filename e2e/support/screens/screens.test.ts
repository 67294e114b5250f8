import { expect, test } from "vitest";
import { pageFiles } from "../console-pages";
import { screensByRole } from "./all";
import { visitorScreens } from "./visitor";

test("every page is among those that axe looks at", () => {
  const screens = [visitorScreens, ...Object.values(screensByRole)].flat();
  const seen = new Set(screens.map(({ path }) => fileOf(path)));
  expect(pageFiles().filter((file) => !seen.has(file))).toEqual([]);
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
