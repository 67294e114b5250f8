"use client";

import { useEffect } from "react";
import { createStore, useStore } from "@/components/ui/store";
import type { IconName } from "@/components/ui/icons";

/** Something the palette can do, or a place it can go to. */
export interface Command {
  id: string;
  label: string;
  /** Quieter, after the label. */
  hint?: string;
  /** When it was written, milliseconds since 1970; after the hint. */
  at?: number;
  /** The place where the words typed stand, below the label; they are marked. */
  excerpt?: { text: string; words: readonly string[] };
  icon?: IconName;
  /** The key that does the same. */
  keys?: string;
  /** Words that find it besides its label. */
  words?: string;
  run?: () => void;
  href?: string;
}

export interface CommandGroup {
  /** Where the results are from: "In INC-42", "Runbooks". */
  heading: string;
  commands: readonly Command[];
}

/** Looks up what was typed; results come back by place. */
export type CommandSearch = (query: string, signal: AbortSignal) => Promise<readonly CommandGroup[]>;

interface Source {
  name: string;
  groups: readonly CommandGroup[];
}

const sources = createStore<readonly Source[]>([]);
const searches = createStore<CommandSearch | null>(null);
export const paletteOpen = createStore(false);
/** What the palette begins with when it is opened next. */
export const paletteWords = createStore("");

/**
 * Offers commands while a part of the screen is there; the newest part comes first.
 * @param name of the part, unique on the screen
 * @param groups keep them stable (useMemo), or the palette is filled anew at each render
 */
export function useCommands(name: string, groups: readonly CommandGroup[]): void {
  useEffect(() => {
    sources.set((before) => [{ name, groups }, ...before]);
    return () => sources.set((before) => before.filter((source) => source.name !== name));
  }, [name, groups]);
}

/** Says how to look things up at the server; without it only offered commands are found. */
export function useCommandSearch(search: CommandSearch): void {
  useEffect(() => {
    searches.set(() => search);
    return () => searches.set(() => null);
  }, [search]);
}

/** What is on offer now, and how to look for more. */
export function useOfferedCommands(): { groups: readonly CommandGroup[]; search: CommandSearch | null } {
  return { groups: useStore(sources).flatMap((source) => source.groups), search: useStore(searches) };
}

/** Opens the palette. */
export function openPalette(): void {
  searchFor("");
}

/** Opens the palette with words that it looks for at once. */
export function searchFor(words: string): void {
  paletteWords.set(() => words);
  paletteOpen.set(() => true);
}
