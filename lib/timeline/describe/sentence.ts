import { REDACTED } from "@/lib/kernel/redacted";
import { bare } from "@/lib/kernel/sentences";
import type { Entry, EntryOf, EventKind, TextRef } from "../events";
import type { Names } from "./names";

/** A piece of a sentence; `object` is what was acted upon, shown in full ink. */
export type Part = { text: string } | { object: string };

/** Names of drawings in components/ui/icons.ts. */
export type SentenceIcon =
  | "bell"
  | "bolt"
  | "decision"
  | "runbook"
  | "check"
  | "clock"
  | "comment"
  | "cross"
  | "eye"
  | "file"
  | "flag"
  | "incident"
  | "link"
  | "list"
  | "lock"
  | "note"
  | "pencil"
  | "person"
  | "pin"
  | "plus"
  | "review"
  | "settings"
  | "skip"
  | "swap"
  | "undo";

/** What an entry says, for a screen to set or an export to write. */
export interface Sentence {
  /** Who did it; null when nobody did and the parts say it all. */
  who: string | null;
  parts: Part[];
  icon: SentenceIcon;
  /** Words that somebody wrote; null: they were redacted. Absent when there are none. */
  quote?: string | null;
  /** Longer words under a label, to be shown on demand; null: redacted. */
  details?: { label: string; text: string | null }[];
}

/** A sentence before it is known who did it. `nobody` marks one that needs no subject. */
export interface Said extends Omit<Sentence, "who"> {
  nobody?: true;
}

/** One function for each kind of event. */
export type Describers<K extends EventKind> = { [Kind in K]: (entry: EntryOf<Kind>, names: Names) => Said };

/** Template tag: the literal is text, what is put in is an object, and does not end the sentence it stands in. */
export function parts(literal: TemplateStringsArray, ...objects: (string | number)[]): Part[] {
  return literal
    .flatMap((text, index): Part[] => {
      const object = objects[index];
      return object === undefined ? [{ text }] : [{ text }, { object: bare(String(object)) }];
    })
    .filter((part) => "object" in part || part.text !== "");
}

/** The words of a reference as the entry brings them; null when redacted. */
export function wordsOf(entry: Entry, ref: TextRef): string | null {
  return entry.texts[ref.textId] ?? null;
}

/** A quote, where there may be none. */
export function quoteOf(entry: Entry, ref: TextRef | null): { quote?: string | null } {
  return ref ? { quote: wordsOf(entry, ref) } : {};
}

/** Words that stand inside the sentence. */
export function inline(entry: Entry, ref: TextRef): string {
  return wordsOf(entry, ref) ?? REDACTED;
}

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
