"use client";

import { useSyncExternalStore } from "react";

export interface Store<Value> {
  get: () => Value;
  set: (change: (before: Value) => Value) => void;
  subscribe: (listener: () => void) => () => void;
}

/**
 * A value outside React that screens can watch. For what belongs to the whole window (toasts, keys), not for data.
 * @param initial also what the server renders with
 */
export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (change) => {
      value = change(value);
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The store's value, or what `pick` takes of it, kept current: a component renders when that becomes another.
 */
export function useStore<Value>(store: Store<Value>): Value;
export function useStore<Value, Part>(store: Store<Value>, pick: (value: Value) => Part): Part;
export function useStore<Value>(store: Store<Value>, pick?: (value: Value) => unknown): unknown {
  const get = () => (pick ? pick(store.get()) : store.get());
  return useSyncExternalStore(store.subscribe, get, get);
}
