export const THEME_COOKIE = "qd-theme";
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The theme a cookie asks for; what cannot be read means "system". */
export function themeFrom(cookie: string | undefined): Theme {
  return THEMES.find((theme) => theme === cookie) ?? "system";
}

/** The theme after this one, for a switch that goes round. */
export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
}

/**
 * The script that runs before the first paint: it settles "system", and marks a Mac, whose keys are drawn
 * differently. It carries the nonce of the request and must stay small.
 */
export const BEFORE_PAINT = `(function(d){
if(!d.dataset.theme)d.dataset.theme=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";
if(/Mac|iP(hone|ad)/.test(navigator.platform))d.dataset.platform="mac"
})(document.documentElement)`;
