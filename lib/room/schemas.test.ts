import { expect, it } from "vitest";
import { resolveInput } from "./schemas";

it("the final update may cite as much as any other, and nothing else is taken with it", () => {
  const final = { current: "All is well.", sources: Array.from({ length: 900 }, (_, n) => n + 1) };
  expect(resolveInput.parse(final).sources).toHaveLength(900);
  expect(resolveInput.safeParse({ ...final, number: 3 }).success).toBe(false);
});
