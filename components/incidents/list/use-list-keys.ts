"use client";

import { useMemo, type RefObject } from "react";
import { useKeys, type KeyBinding } from "@/components/shell/keys";

/** J and K move the focus from incident to incident; Enter then opens it, as for any link. */
export function useListKeys(listRef: RefObject<HTMLElement | null>): void {
  const bindings = useMemo<KeyBinding[]>(() => {
    const move = (by: 1 | -1) => {
      const links = [...(listRef.current?.querySelectorAll<HTMLElement>("a[data-incident]") ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
      links[Math.max(0, Math.min(next, links.length - 1))]?.focus();
    };
    return [
      { keys: "j", label: "Next incident", group: "List", run: () => move(1) },
      { keys: "k", label: "Previous incident", group: "List", run: () => move(-1) },
    ];
  }, [listRef]);
  useKeys("incident-list", bindings);
}
