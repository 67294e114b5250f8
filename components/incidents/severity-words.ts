import type { Severity } from "@/lib/timeline/events/common";

/** One line each; if unsure, the higher. */
export const SEVERITY_WORDS: Record<Severity, string> = {
  1: "Down, or data at risk, for most people",
  2: "A main part broken, or many people hit",
  3: "Degraded, or a way around exists",
  4: "Small, or only seen inside",
};

export const DETECTION_WORDS = {
  alert: "An alert",
  customer: "A customer",
  colleague: "A colleague",
  dashboard: "A dashboard",
  other: "Otherwise",
} as const;

/** The five ways as a list to choose from. */
export const DETECTION_OPTIONS = Object.entries(DETECTION_WORDS).map(([value, label]) => ({ value, label }));

export const SEVERITY_OPTIONS = (["1", "2", "3", "4"] as const).map((value) => ({
  value,
  label: `SEV${value}`,
}));
