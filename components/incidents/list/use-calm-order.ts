"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { attention, inOrder, type Group } from "@/lib/incidents/attention.rules";
import type { IncidentRow } from "@/lib/incidents/row";

/** Where a row stands on the screen, which may be a little older than where it belongs. */
interface Place {
  id: string;
  group: Group;
}

/** So long after the last movement of pointer or key in the list, it may be sorted again. */
const IDLE_MS = 3_000;

/**
 * The order of need, without jumps: while somebody points at or types in the list, rows stay where they are.
 * @param page which page this is; another one is sorted at once
 * @param rows of this page, fresh
 * @param now milliseconds since 1970, in coarse steps
 * @param listRef the list whose use holds the order
 * @returns the places to draw, whether a new order waits, and how to take it at once
 */
export function useCalmOrder(
  page: string,
  rows: readonly IncidentRow[],
  now: number,
  listRef: RefObject<HTMLElement | null>,
): { places: readonly Place[]; waiting: boolean; sortNow: () => void } {
  const order = inOrder(rows, now)
    .map((row) => `${row.id} ${attention(row, now).group}`)
    .join("\n");
  const [shown, setShown] = useState({ page, order });
  const usedAt = useLastUse(listRef);
  if (shown.page !== page) setShown({ page, order });
  const waiting = shown.order !== order;

  useEffect(() => {
    if (!waiting) return;
    const wait = usedAt.current === null ? 0 : Math.max(0, usedAt.current + IDLE_MS - performance.now());
    const timer = setTimeout(() => setShown({ page, order }), wait);
    return () => clearTimeout(timer);
  }, [page, order, waiting, usedAt]);

  return { places: placesOf(shown.order), waiting, sortNow: () => setShown({ page, order }) };
}

function placesOf(order: string): Place[] {
  if (order === "") return [];
  return order.split("\n").map((line) => {
    const [id = "", group] = line.split(" ");
    return { id, group: group as Group };
  });
}

/** When the list was last used, by the browser's own clock; null while nobody has. */
function useLastUse(listRef: RefObject<HTMLElement | null>): RefObject<number | null> {
  const usedAt = useRef<number | null>(null);
  useEffect(() => {
    const list = listRef.current;
    if (!list) return;
    const use = () => {
      usedAt.current = performance.now();
    };
    const events = ["pointermove", "pointerdown", "keydown", "focusin"] as const;
    for (const event of events) list.addEventListener(event, use, { passive: true });
    return () => events.forEach((event) => list.removeEventListener(event, use));
  }, [listRef]);
  return usedAt;
}
