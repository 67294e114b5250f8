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

/** The store's value, kept current. */
export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
