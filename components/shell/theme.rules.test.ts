import { expect, it } from "vitest";
import { nextTheme, themeFrom } from "./theme.rules";

it("reads the theme from its cookie", () => {
  expect(themeFrom("dark")).toBe("dark");
  expect(themeFrom(undefined)).toBe("system");
  expect(themeFrom("<script>")).toBe("system");
});

it("goes round: system, light, dark", () => {
  expect(nextTheme("system")).toBe("light");
  expect(nextTheme("light")).toBe("dark");
  expect(nextTheme("dark")).toBe("system");
});
