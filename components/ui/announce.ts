"use client";

import { createStore } from "./store";

/** What screen readers are told next. */
export const announcement = createStore("");

const TOGETHER_MS = 2_000;
let waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Tells screen readers something, politely. What comes within two seconds is read as one, so that a run of
 * ticks by others is not a stream of interruptions.
 */
export function announce(text: string): void {
  waiting.push(text);
  timer ??= setTimeout(() => {
    const said = waiting.join(" ");
    waiting = [];
    timer = undefined;
    announcement.set(() => said);
  }, TOGETHER_MS);
}
