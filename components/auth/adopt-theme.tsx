"use client";

import { useEffect } from "react";
import { setTheme } from "@/components/shell/theme";
import { THEME_COOKIE, type Theme } from "@/components/shell/theme.rules";

/** On a device that has no theme yet, takes the one of this person's profile. */
export function AdoptTheme({ theme }: { theme: Theme }) {
  useEffect(() => {
    if (!document.cookie.includes(`${THEME_COOKIE}=`)) setTheme(theme);
  }, [theme]);
  return null;
}
