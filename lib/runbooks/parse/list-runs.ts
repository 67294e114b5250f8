import type { List, ListItem } from "mdast";
import { linesOf } from "./blocks";
import type { ChosenRole } from "./choice-lookup";
import { isGroupItem } from "./list-facts";
import type { ListRole } from "./roles";
import type { Scope } from "./scope";

/** Items of a list that stand together and are read alike; `open`: a note whose parts are read each by itself. */
export type ListRun = { list: List; role: ListRole | "open" };

/** Cuts a list where the choices about its items change what they are. */
export function runsOf(list: List, role: ListRole, scope: Scope): ListRun[] {
  const { start, end } = linesOf(list);
  if (!scope.choices.anyIn(start, end)) return [{ list, role }];
  const runs: ListRun[] = [];
  list.children.forEach((item, i) => {
    const own = roleOfItem(item, list, role, scope);
    const last = runs.at(-1);
    if (last && last.role === own) last.list.children.push(item);
    else runs.push({ role: own, list: { ...list, start: (list.start ?? 1) + i, children: [item] } });
  });
  return runs;
}

/** The role of a list's items that a choice stands for. */
export function roleOf(chosen: ChosenRole): ListRole {
  if (chosen === "note") return "notes";
  return chosen === "criterion" ? "criteria" : "steps";
}

function roleOfItem(item: ListItem, list: List, role: ListRole, scope: Scope): ListRun["role"] {
  const { start, end } = linesOf(item);
  const chosen = scope.choices.roleAt(start);
  const own = chosen ? roleOf(chosen) : role;
  if (own !== "notes") return own;
  const opens = chosen === "note" ? isGroupItem(item, list, scope) : scope.choices.anyIn(start + 1, end);
  return opens ? "open" : "notes";
}
