"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { createStore } from "@/components/ui/store";

/** Asks before another page is gone to, while something on this one is not saved. */
const asks = createStore<((href: string) => void) | null>(null);

/** Goes to a page by what is no link, such as a key. Where something is not saved, this page asks first. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => {
      const ask = asks.get();
      const { pathname, search, hash } = new URL(href, location.href);
      // A place on this very page is no leaving; the router would go there without telling those that follow the hash.
      if (hash && pathname === location.pathname && search === location.search) goToPlace(hash);
      else if (ask) ask(href);
      else router.push(href);
    },
    [router],
  );
}

/**
 * Holds the page while something on it is not saved: by links, keys, commands and what loads another page nobody leaves
 * without being asked. The browser's way back is not held: what a page holds should outlive it.
 * @returns where somebody wants to go, null while nobody does; and what they say to it
 */
export function useLeaving(isHeld: boolean) {
  const router = useRouter();
  const [wanted, want] = useState<string | null>(null);
  useEffect(() => {
    if (!isHeld) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const href = leadsAway(event);
      if (href === null) return;
      event.preventDefault();
      want(href);
    };
    asks.set(() => want);
    addEventListener("beforeunload", unload);
    // Before React hears it: a link that was prevented leads nowhere.
    document.addEventListener("click", click, true);
    return () => {
      asks.set(() => null);
      removeEventListener("beforeunload", unload);
      document.removeEventListener("click", click, true);
    };
  }, [isHeld]);
  return { wanted, stay: () => want(null), go: () => wanted !== null && router.push(wanted) };
}

/** The browser says nothing of a place that the address has already: it is left first, for those who went on from it. */
function goToPlace(hash: string): void {
  if (location.hash === hash) {
    history.replaceState(null, "", location.pathname + location.search);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }
  location.hash = hash;
}

/** The page of this console to which a click leads in this tab; null for any other click. */
function leadsAway({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): string | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.target === "_blank" || link.hasAttribute("download")) return null;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  // Elsewhere the browser itself asks; a place on this very page is no leaving.
  if (origin !== location.origin || (pathname === location.pathname && search === location.search))
    return null;
  return pathname + search + hash;
}
