"use client";

import { createContext, useContext } from "react";
import type { Choice, LinkChoice } from "@/lib/runbooks/parse/choices";
import type { Branch } from "./changes.rules";
import type { Choose } from "./use-draft";

/** A branch for which somebody looks for a place to lead to. */
export interface LinkedBranch extends Branch {
  label: string;
  link: LinkChoice["to"] | null;
}

export interface Editing {
  /** The choices about this section. */
  choices: readonly Choice[];
  /** Its lines that are triggers, contacts or rows of the escalation matrix. */
  facts: ReadonlyMap<number, string>;
  /** Titles of all sections, by key. */
  titles: ReadonlyMap<string, string>;
  /** Null for who may only look. */
  choose: Choose | null;
  /** Opens the dialog in which a branch is linked. */
  onLink: (branch: LinkedBranch) => void;
}

const EditingContext = createContext<Editing | null>(null);

export const EditingProvider = EditingContext.Provider;

/** What the rows of a section need to know besides what they show. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error("There is no EditingProvider around this");
  return editing;
}
