import { expect, it } from "vitest";
import { groupByRunbook, inOrder } from "./groups.rules";
import type { ChecklistView } from "./view.rules";

const known: Record<string, { runbookId: string; slug: string; title: string; number: number }> = {
  o1: { runbookId: "orders", slug: "orders", title: "Orders", number: 1 },
  o3: { runbookId: "orders", slug: "orders", title: "Orders are stuck", number: 3 },
  d1: { runbookId: "database", slug: "database", title: "Database", number: 1 },
};
const words = { runbook: (id: string | null) => known[id ?? ""] };
const view = (id: string, runbookVersionId: string | null) =>
  ({ list: { id, runbookVersionId } }) as unknown as ChecklistView;
const ids = (views: readonly ChecklistView[]) => views.map(({ list }) => list.id);

it("puts the sections of a runbook together, with its title and version", () => {
  const views = [view("a", "o1"), view("b", "d1"), view("c", "o1"), view("d", null)];
  const groups = groupByRunbook(views, words);
  expect(groups.map(({ title, versions, views }) => [title, versions, ids(views)])).toEqual([
    ["Orders", "version 1", ["a", "c"]],
    ["Database", "version 1", ["b"]],
    ["Written here", "", ["d"]],
  ]);
  expect(ids(inOrder(views, words))).toEqual(["a", "c", "b", "d"]);
});

it("says when sections of one runbook are at several versions", () => {
  const [group] = groupByRunbook([view("a", "o1"), view("b", "o3")], words);
  expect(group).toMatchObject({ title: "Orders are stuck", versions: "versions 1 and 3", isMixed: true });
  expect(group?.version).toEqual({ slug: "orders", number: 3 });
});
