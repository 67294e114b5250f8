import type { MenuItem } from "@/components/ui/menu-items";
import type { Kind } from "@/lib/runbooks/edit/kind-forms.rules";
import type { EditableStep, StepEdit } from "@/lib/runbooks/edit/step-edits.rules";
import { kindItems } from "../preview/piece-menu";
import type { Piece } from "../reading/pieces.rules";

export interface PieceActs {
  /** @returns whether it was done; if not, what was typed stays */
  onEdit: (edit: StepEdit, done: string) => boolean;
  /** Makes it something else, or what the rules read; null: that cannot be changed now. @param words name what */
  onKind: ((as: Kind | null, words: string) => void) | null;
  /** Marks its lines in the text. */
  onShow: () => void;
}

interface StepActs extends PieceActs {
  ask: (what: "retype" | "add") => void;
}

/** The menu of a piece. @param can what can be done with its lines; null: it is no step that is an item of a list */
export function menuOf(
  piece: Piece,
  can: EditableStep | null,
  isChosen: boolean,
  acts: StepActs,
): MenuItem[] {
  const show: MenuItem = {
    ...{ label: "Show in the Markdown", icon: "eye", onSelect: acts.onShow },
    hint: piece.step && !can ? "This step is no item of a list: its text is changed there." : undefined,
  };
  const groups = [
    can ? placeItems(can, acts) : [],
    [...(can ? markItems(can, acts) : []), show],
    kindsOf(piece, isChosen, acts),
    can ? [deleteItem(can, acts)] : [],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index): MenuItem[] => (index > 0 ? [{ separator: true }, ...group] : group));
}

function placeItems({ text, canMoveUp, canMoveDown }: EditableStep, { onEdit, ask }: StepActs): MenuItem[] {
  const retype: MenuItem = { label: "Change the text…", icon: "pencil", onSelect: () => ask("retype") };
  return [
    ...(text === null ? [] : [retype]),
    {
      label: "Move up",
      icon: "chevron-up",
      disabled: !canMoveUp,
      onSelect: () => onEdit({ kind: "move", by: -1 }, "Moved up."),
    },
    {
      label: "Move down",
      icon: "chevron-down",
      disabled: !canMoveDown,
      onSelect: () => onEdit({ kind: "move", by: 1 }, "Moved down."),
    },
    { label: "Add a step below…", icon: "plus", onSelect: () => ask("add") },
  ];
}

function markItems({ ordered, box }: EditableStep, { onEdit }: StepActs): MenuItem[] {
  const [list, as] = ordered ? (["Bullets", "bullet"] as const) : (["Numbers", "ordered"] as const);
  const tick = box ? "Take the box away" : "Put a box before it";
  return [
    {
      label: `${list} for this list`,
      icon: "list",
      onSelect: () => onEdit({ kind: "list", as }, `${list}.`),
    },
    { label: tick, icon: "check", onSelect: () => onEdit({ kind: "box", on: !box }, `${tick}.`) },
  ];
}

function kindsOf({ is, kinds }: Piece, isChosen: boolean, { onKind }: PieceActs): MenuItem[] {
  if (!onKind || kinds.length === 0) return [];
  return [{ heading: "It is" }, ...kindItems({ roles: kinds, current: is }, isChosen, onKind)];
}

function deleteItem({ lines }: EditableStep, { onEdit }: StepActs): MenuItem {
  return {
    ...{ label: "Delete", icon: "trash", danger: true },
    hint: lines > 1 ? `with all below it, ${lines} lines` : undefined,
    onSelect: () => onEdit({ kind: "delete" }, "Step deleted."),
  };
}
