"use client";

import { useEffect } from "react";
import { createStore, useStore } from "@/components/ui/store";
import { THEME_COOKIE, type Theme } from "./theme.rules";

const chosen = createStore<Theme | null>(null);
const YEAR_S = 365 * 24 * 3600;

/** Shows and remembers a theme on this device; the server reads the cookie at the next request. */
export function setTheme(theme: Theme): void {
  document.cookie = `${THEME_COOKIE}=${theme};path=/;max-age=${YEAR_S};samesite=lax`;
  chosen.set(() => theme);
  show(theme);
}

/**
 * The theme of this device, and following the system while it is "system".
 * @param initial what the server read from the cookie
 */
export function useTheme(initial: Theme): Theme {
  const theme = useStore(chosen) ?? initial;
  useEffect(() => {
    if (theme !== "system") return;
    const media = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => show("system");
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, [theme]);
  return theme;
}

function show(theme: Theme) {
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
