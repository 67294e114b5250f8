import type { IconName } from "./icons";

/** One line of a menu. */
export type MenuItem = MenuAction | MenuChoice | { heading: string } | { separator: true };

/** Made when the menu is about to be opened, so that what makes them can be fetched then. */
export type LaterItems = () => Promise<readonly MenuItem[]>;

export interface MenuAction {
  label: string;
  icon?: IconName;
  /** The key that does the same; shown, not bound. */
  kbd?: string;
  /** A quiet second line: why, or what it needs. */
  hint?: string;
  /** Words that find it in the palette besides its label. */
  words?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Why it cannot be done yet. It stays in reach of the keyboard, so that the reason can be read. */
  notYet?: string;
  onSelect?: () => void;
  /** Instead of `onSelect`: where it leads. */
  href?: string;
}

interface MenuChoice {
  label: string;
  checked: boolean;
  onSelect: () => void;
}
