import type { Choice, LinkChoice, RoleChoice } from "@/lib/runbooks/parse/choices";

export type Role = RoleChoice["as"];

/** The choices with this role for a piece; null: as the rules read it. */
export function withRole(choices: readonly Choice[], line: number, as: Role | null): Choice[] {
  const others = choices.filter((choice) => choice.kind !== "role" || choice.line !== line);
  return as === null ? others : [...others, { kind: "role", line, as }];
}

/** The choices with a chart hidden, or to be seen again. */
export function withChart(choices: readonly Choice[], line: number, hidden: boolean): Choice[] {
  const others = choices.filter((choice) => choice.kind !== "hideChart" || choice.line !== line);
  return hidden ? [...others, { kind: "hideChart", line }] : others;
}

export type Branch = Pick<LinkChoice, "decisionLine" | "targetId">;

/** The choices with a branch leading somewhere, or nowhere besides its node. */
export function withLink(choices: readonly Choice[], branch: Branch, to: LinkChoice["to"] | null): Choice[] {
  const others = choices.filter((choice) => choice.kind !== "link" || !isOf(choice, branch));
  return to === null ? others : [...others, { kind: "link", ...branch, to }];
}

/** The choices without any about this line. */
export function without(choices: readonly Choice[], line: number): Choice[] {
  return choices.filter((choice) => lineOf(choice) !== line);
}

/** The line that a choice is about: of a link, its question's. */
export function lineOf(choice: Choice): number {
  return choice.kind === "link" ? choice.decisionLine : choice.line;
}

export function chosenRole(choices: readonly Choice[], line: number): Role | null {
  const found = choices.findLast((choice) => choice.kind === "role" && choice.line === line);
  return found?.kind === "role" ? found.as : null;
}

function isOf(choice: LinkChoice, branch: Branch): boolean {
  return choice.decisionLine === branch.decisionLine && choice.targetId === branch.targetId;
}
