import type { Command, CommandGroup } from "./commands";
import { listedKeys, type KeyScope } from "./keys.rules";

/** The keys that the palette offers too, by their groups. */
export function paletteGroups(scopes: readonly KeyScope[]): CommandGroup[] {
  return listedKeys(scopes)
    .map(({ group, bindings }) => ({
      heading: group,
      commands: bindings
        .filter((binding) => binding.palette)
        .map((binding) => ({
          id: `key ${binding.keys}`,
          label: binding.label,
          words: binding.words,
          keys: binding.keys,
          icon: "bolt" as const,
          run: () => binding.run(new KeyboardEvent("keydown")),
        })),
    }))
    .filter(({ commands }) => commands.length > 0);
}

/** What fits the words typed: the best command of each group first, and the group with the best one. */
export function fittingGroups(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  const rank = ({ label, hint = "", words = "" }: Command) => rankOf(query, label, [hint, words]);
  const best = ({ commands: [first] }: CommandGroup) => (first ? rank(first) : 0);
  return groups
    .map(({ heading, commands }) => ({
      heading,
      commands: commands
        .filter((command) => rank(command) > 0)
        .toSorted((a, b) => (query.trim() ? rank(b) - rank(a) : 0)),
    }))
    .filter(({ commands }) => commands.length > 0)
    .toSorted((a, b) => (query.trim() ? best(b) - best(a) : 0));
}

/**
 * How well a command fits what was typed: every word typed begins a word of its label, or of those that find it too.
 * @returns from 0 (not at all) to 1
 */
export function rankOf(query: string, label: string, others: readonly string[]): number {
  const typed = wordsOf(query);
  const own = wordsOf(label);
  const all = [...own, ...others.flatMap(wordsOf)];
  const begins = (words: readonly string[], beginning: string) =>
    words.some((word) => word.startsWith(beginning));
  if (!typed.every((word) => begins(all, word))) return 0;
  if (!typed.every((word) => begins(own, word))) return 0.4;
  return own[0]?.startsWith(typed[0] ?? "") ? 1 : 0.8;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
