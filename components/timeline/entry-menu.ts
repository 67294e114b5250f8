import type { MenuItem } from "@/components/ui/menu-items";
import { mayCorrect, type Corrector } from "@/lib/record/record.rules";
import { isWritten } from "@/lib/record/kinds.rules";
import type { Line } from "./lines.rules";

/** What the person at the screen may do with entries. */
export interface EntryRights extends Corrector {
  pin: boolean;
  redact: boolean;
}

export interface EntryActions {
  correct: (seq: number) => void;
  putTimeRight: (seq: number) => void;
  redact: (seq: number) => void;
  setPin: (seq: number, pinned: boolean) => void;
  copyLink: (seq: number) => void;
}

/** The menu behind an entry's number: only what may be done. */
export function entryMenu(line: Line, rights: EntryRights, actions: EntryActions): MenuItem[] {
  const { seq, kind, actor } = line.entry;
  const correctable = rights.pin && isWritten(kind) && mayCorrect(rights, actor.id);
  const items: MenuItem[] = [{ label: "Copy link", icon: "link", onSelect: () => actions.copyLink(seq) }];
  if (rights.pin) {
    const label = line.pinned ? "Unpin" : "Pin for everyone";
    items.push({ label, icon: "pin", onSelect: () => actions.setPin(seq, !line.pinned) });
  }
  if (correctable) {
    items.push(
      { label: "Correct…", icon: "pencil", onSelect: () => actions.correct(seq) },
      { label: "Put the time right…", icon: "clock", onSelect: () => actions.putTimeRight(seq) },
    );
  }
  if (rights.redact && line.texts.length > 0) {
    items.push(
      { separator: true },
      { label: "Redact…", icon: "eye", danger: true, onSelect: () => actions.redact(seq) },
    );
  }
  return items;
}
