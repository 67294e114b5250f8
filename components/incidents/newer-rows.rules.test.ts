import { expect, test } from "vitest";
import { withNewer } from "./newer-rows.rules";

const row = (id: string, seq: number) => ({ id, seq });

test("an answer that was begun before the stream told more takes nothing back", () => {
  const read = [row("b", 4), row("a", 7), row("c", 1)];
  expect(withNewer(read, [row("a", 6), row("b", 5), row("gone", 9)])).toEqual([
    row("b", 5),
    row("a", 7),
    row("c", 1),
  ]);
  expect(withNewer(read)).toEqual(read);
});
