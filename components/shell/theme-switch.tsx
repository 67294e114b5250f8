"use client";

import { Icon } from "@/components/ui/icon";
import { setTheme, useTheme } from "./theme";
import { nextTheme, type Theme } from "./theme.rules";

const LOOKS = {
  system: { icon: "screen", label: "Theme: as the system" },
  light: { icon: "sun", label: "Theme: light" },
  dark: { icon: "moon", label: "Theme: dark" },
} as const;

/** Goes round the three themes. */
export function ThemeSwitch({ initial, className }: { initial: Theme; className?: string }) {
  const theme = useTheme(initial);
  const { icon, label } = LOOKS[theme];
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => setTheme(nextTheme(theme))}
      className={className}
    >
      <Icon name={icon} size="lg" />
    </button>
  );
}
