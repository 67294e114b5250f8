import type { Choice, LinkChoice, RoleChoice } from "./choices";

export type ChosenRole = RoleChoice["as"];

/** The choices of one reading: which are there, and which met the piece that they are about. */
export type ChoiceLookup = {
  /** What was chosen for the piece on this line; null for the rules' own reading. */
  roleAt(line: number): ChosenRole | null;
  /** The same, only to look: the choice does not count as met. */
  peek(line: number): ChosenRole | null;
  /** Whether a choice stands on one of these lines. */
  anyIn(from: number, to: number): boolean;
  isHidden(line: number): boolean;
  linkOf(decisionLine: number, targetId: string): LinkChoice["to"] | null;
  /** Lines of the choices that met nothing, in order. */
  unmet(): number[];
};

export function lookUp(choices: readonly Choice[]): ChoiceLookup {
  const found = new Map(choices.map((choice) => [idOf(choice), choice]));
  const met = new Set<Choice>();
  const take = (id: string): Choice | null => {
    const choice = found.get(id) ?? null;
    if (choice) met.add(choice);
    return choice;
  };
  const roleLines = [...found.values()].filter(({ kind }) => kind === "role").map(lineOf);
  roleLines.sort((a, b) => a - b);
  return {
    roleAt: (line) => asRole(take(`role ${line}`)),
    peek: (line) => asRole(found.get(`role ${line}`) ?? null),
    anyIn: (from, to) => (firstFrom(roleLines, from) ?? to + 1) <= to,
    isHidden: (line) => take(`hideChart ${line}`) !== null,
    linkOf: (decisionLine, targetId) => {
      const choice = take(`link ${decisionLine} ${targetId}`);
      return choice?.kind === "link" ? choice.to : null;
    },
    unmet: () =>
      [...found.values()]
        .filter((choice) => !met.has(choice))
        .map(lineOf)
        .sort((a, b) => a - b),
  };
}

/** One choice about each thing, the later one, in the order of the document: so the same choices are equal. */
export function settleChoices(choices: readonly Choice[]): Choice[] {
  const last = new Map(choices.map((choice) => [idOf(choice), choice]));
  return [...last.entries()]
    .sort(([a, one], [b, other]) => lineOf(one) - lineOf(other) || (a < b ? -1 : 1))
    .map(([, choice]) => choice);
}

/** The first of the sorted numbers that is not below this one. */
function firstFrom(sorted: readonly number[], from: number): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

function idOf(choice: Choice): string {
  return choice.kind === "link"
    ? `link ${choice.decisionLine} ${choice.targetId}`
    : `${choice.kind} ${choice.line}`;
}

/** The line that a choice is about: of a link, its decision's. */
export function lineOf(choice: Choice): number {
  return choice.kind === "link" ? choice.decisionLine : choice.line;
}

function asRole(choice: Choice | null): ChosenRole | null {
  return choice?.kind === "role" ? choice.as : null;
}
