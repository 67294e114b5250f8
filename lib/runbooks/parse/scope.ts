import type { ChoiceLookup, ChosenRole } from "./choice-lookup";
import type { Definitions } from "./inline";
import type { Keys } from "./keys";

/** What the reading of one section needs to know about where it stands. */
export type Scope = {
  /** Words of the heading; "" above the first heading. */
  heading: string;
  /** Titles from the outermost section down to this one. */
  path: readonly string[];
  keys: Keys;
  definitions: Definitions;
  choices: ChoiceLookup;
  /** What was chosen for the lists directly below the heading. */
  chosen: ChosenRole | null;
};
