import { expect, test } from "vitest";
import { literally } from "./like.rules";

test("the signs of LIKE are letters in what people look for", () => {
  expect(literally("100%_a\\b")).toBe("100\\%\\_a\\\\b");
});
