"use client";

import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { createStore, useStore } from "@/components/ui/store";
import { bindingFor, boundKeys, followTyping, pressesOf, type KeyBinding, type KeyScope } from "./keys.rules";

export type { KeyBinding } from "./keys.rules";

export const keyScopes = createStore<readonly KeyScope[]>([]);
const singleKeys = createStore(true);
const SINGLE_KEYS = "qd-single-keys";

/**
 * Binds keys while a part of the screen is there. None fires while typing or in a dialog unless it says so.
 * @param scope its name, unique on the screen
 * @param bindings may be made anew at each render; only the latest are kept
 */
export function useKeys(scope: string, bindings: readonly KeyBinding[]): void {
  useEffect(() => {
    keyScopes.set((before) => [...before, { name: scope, bindings: [] }]);
    return () => keyScopes.set((before) => before.filter(({ name }) => name !== scope));
  }, [scope]);

  useEffect(() => {
    keyScopes.set((before) =>
      before.map((known) => (known.name === scope ? { name: scope, bindings } : known)),
    );
  }, [scope, bindings]);
}

/** Listens for all of them; used once, by the shell. */
export function useKeyListener(): void {
  const sequences = boundKeys(useStore(keyScopes)).join("\n");

  useEffect(() => {
    singleKeys.set(() => localStorage.getItem(SINGLE_KEYS) !== "off");
  }, []);

  useEffect(() => {
    addEventListener("keydown", follow, { capture: true });
    return () => removeEventListener("keydown", follow, { capture: true });
  }, []);

  useEffect(() => {
    const presses = sequences
      .split("\n")
      .flatMap((keys) => pressesOf(keys).map((press) => [press, keys] as const));
    const handlers = presses.map(
      ([press, keys]) => [press, (event: KeyboardEvent) => run(keys, event)] as const,
    );
    return tinykeys(window, Object.fromEntries(handlers));
  }, [sequences]);
}

/** Whether keys without ⌘ or Ctrl are on, and the way to switch them. */
export function useSingleKeys(): [on: boolean, set: (on: boolean) => void] {
  return [useStore(singleKeys), keepSingleKeys];
}

function keepSingleKeys(on: boolean) {
  localStorage.setItem(SINGLE_KEYS, on ? "on" : "off");
  singleKeys.set(() => on);
}

let typing = followTyping(null, { at: 0, isLetter: false, typing: false });

const HELD = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"]);

function follow(event: KeyboardEvent) {
  if (HELD.has(event.key)) return;
  const isLetter =
    (event.key.length === 1 || event.key === "Backspace") &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.altKey;
  typing = followTyping(typing.typedAt, { at: event.timeStamp, isLetter, typing: isTyping(event) });
}

function run(keys: string, event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const place = {
    typing: isTyping(event),
    inDialog: isDialogOpen(),
    inBurst: typing.inBurst,
    singleKeys: singleKeys.get(),
  };
  const binding = bindingFor(keyScopes.get(), keys, place);
  if (!binding) return;
  event.preventDefault();
  binding.run(event);
}

function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  const notTyped = target instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(target.type);
  return !notTyped && target.matches("input, textarea, select, [role=textbox], [role=combobox]");
}

function isDialogOpen(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}
