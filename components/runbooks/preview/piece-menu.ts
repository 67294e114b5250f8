import type { MenuItem } from "@/components/ui/menu-items";
import type { Choice } from "@/lib/runbooks/parse/choices";
import { chosenRole, withChart, withRole, type Role } from "./changes.rules";
import type { Choose } from "./use-draft";

const WORDS: Record<Role, string> = {
  step: "Step",
  note: "Note",
  group: "Group",
  criterion: "Exit criterion",
  alternative: "Alternative",
  sequence: "Sequence",
};

const HINTS: Partial<Record<Role, string>> = {
  group: "names what stands below it",
  alternative: "one of its list is enough",
  sequence: "all of its list, in order",
};

export const LIST_ROLES: readonly Role[] = ["step", "note", "group", "criterion", "alternative", "sequence"];
export const PARAGRAPH_ROLES: readonly Role[] = ["step", "note", "group", "criterion"];
export const CODE_ROLES: readonly Role[] = ["step", "note"];

interface Piece {
  /** The line that choices about it name. */
  line: number;
  roles: readonly Role[];
  /** What it is now. */
  current: Role;
}

/** The menu of a piece: what else it can be, and the way back to the rules' own reading. */
export function roleItems(
  { line, roles, current }: Piece,
  choices: readonly Choice[],
  choose: Choose,
): MenuItem[] {
  return kindItems({ roles, current }, chosenRole(choices, line) !== null, (as, words) =>
    choose((before) => withRole(before, line, as), `Line ${line}: ${words}`),
  );
}

/**
 * @param onChoose null: as the rules read it; `words` say what was chosen
 */
export function kindItems(
  { roles, current }: Omit<Piece, "line">,
  isChosen: boolean,
  onChoose: (as: Role | null, words: string) => void,
): MenuItem[] {
  return [
    ...roles.map((as) => ({
      label: WORDS[as] + (HINTS[as] ? `: ${HINTS[as]}` : ""),
      checked: as === current,
      onSelect: () => {
        if (as !== current) onChoose(as, WORDS[as].toLowerCase());
      },
    })),
    ...asRead(isChosen, () => onChoose(null, "as the rules read it")),
  ];
}

/** The menu of a heading, which speaks for the lists directly below it. */
export function headingItems(line: number, choices: readonly Choice[], choose: Choose): MenuItem[] {
  const chosen = chosenRole(choices, line);
  const roles = ["step", "note", "criterion"] as const;
  const words = { step: "Steps", note: "Notes", criterion: "Exit criteria" };
  return [
    { heading: "The lists of this section are" },
    ...roles.map((as) => ({
      label: words[as],
      checked: as === chosen,
      onSelect: () =>
        choose((before) => withRole(before, line, as), `Lists below line ${line}: ${words[as]}`),
    })),
    ...asRead(chosen !== null, () =>
      choose((before) => withRole(before, line, null), `Lists below line ${line}: as the rules read them`),
    ),
  ];
}

/** The menu of a chart: walked, only shown, or kept as code. */
export function chartItems(
  line: number,
  now: "walked" | "shown" | "hidden",
  choices: readonly Choice[],
  choose: Choose,
): MenuItem[] {
  const make = (before: readonly Choice[], as: Role | null, hidden: boolean) =>
    withChart(withRole(before, line, as), line, hidden);
  const isChosen = choices.some((choice) => choice.kind !== "link" && choice.line === line);
  const option = (label: string, is: typeof now, as: Role | null) => ({
    label,
    checked: now === is,
    onSelect: () =>
      choose((before) => make(before, as, is === "hidden"), `Chart on line ${line}: ${label.toLowerCase()}`),
  });
  return [
    option("Walked, step by step", "walked", "step"),
    option("Only shown", "shown", "note"),
    option("Kept as code", "hidden", null),
    ...asRead(isChosen, () =>
      choose((before) => make(before, null, false), `Chart on line ${line}: as the rules read it`),
    ),
  ];
}

function asRead(isChosen: boolean, onSelect: () => void): MenuItem[] {
  return isChosen ? [{ separator: true }, { label: "As the rules read it", icon: "undo", onSelect }] : [];
}
