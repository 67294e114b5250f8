"use client";

import { useState, type KeyboardEvent } from "react";
import {
  insertMention,
  mentionAt,
  suggestPeople,
  type Mentionable,
  type MentionQuery,
} from "./mentions.rules";

interface Options {
  text: string;
  people: readonly Mentionable[];
  /** Takes the new text; the caret is to stand there afterwards. */
  onInsert: (text: string, caret: number) => void;
}

/** Suggests people while an @ is being typed. */
export function useMentions({ text, people, onInsert }: Options) {
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const suggestions = query ? suggestPeople(query, people) : [];

  /** Look again: the text or the caret has moved. */
  function look(value: string, caret: number | null) {
    const next = caret === null ? null : mentionAt(value, caret);
    setQuery(next);
    if (next?.words !== query?.words) setActive(0);
  }

  function choose(person: Mentionable) {
    if (!query) return;
    const inserted = insertMention(text, query, person);
    setQuery(null);
    onInsert(inserted.text, inserted.caret);
  }

  /** @returns whether the key was for the suggestions */
  function onKeyDown(event: KeyboardEvent): boolean {
    const person = suggestions[active];
    if (!person || event.metaKey || event.ctrlKey) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((active + step + suggestions.length) % suggestions.length);
    } else if (event.key === "Enter" || event.key === "Tab") choose(person);
    else if (event.key === "Escape") setQuery(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { suggestions, active, look, choose, onKeyDown, close: () => setQuery(null) };
}
