"use client";

import { useEffect, useEffectEvent } from "react";

/** What is open, the newest last: Back closes one at a time. */
const opened: symbol[] = [];

/**
 * Back closes what is open over the page, with what was typed there, before it leaves the page. Nothing is added to the
 * history; a browser lets a page hold Back up only once, after somebody has pressed something in it.
 */
export function useBackCloses(isOpen: boolean, close: () => void): void {
  const closeNow = useEffectEvent(close);
  useEffect(() => {
    // Older browsers know no such event: there Back leaves the page.
    if (!isOpen || !("navigation" in window)) return;
    const { navigation } = window;
    const own = Symbol();
    const onNavigate = (event: NavigateEvent) => {
      const isBack = event.navigationType === "traverse" && event.cancelable;
      if (!isBack || opened.at(-1) !== own) return;
      event.preventDefault();
      closeNow();
    };
    opened.push(own);
    navigation.addEventListener("navigate", onNavigate);
    return () => {
      opened.splice(opened.indexOf(own), 1);
      navigation.removeEventListener("navigate", onNavigate);
    };
  }, [isOpen]);
}
