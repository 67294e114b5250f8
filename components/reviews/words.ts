import type { IconName } from "@/components/ui/icons";
import type { PartName } from "@/lib/summaries/schemas";
import type { SummaryState } from "@/lib/summaries/state.rules";

/** The states of a summary, in words and drawings. */
export const STATE_WORDS: Record<SummaryState, string> = {
  draft: "Draft",
  in_review: "In review",
  returned: "Returned",
  signed_off: "Signed off",
};

export const STATE_ICONS: Record<SummaryState, IconName> = {
  draft: "pencil",
  in_review: "eye",
  returned: "swap",
  signed_off: "check",
};

/** The parts that people write: heading, and what helps whoever looks at an empty field. */
export const PART_WORDS: Record<PartName, { title: string; hint: string }> = {
  impact: { title: "Impact", hint: "Who felt it, for how long, in numbers. Not known: say “not recorded”." },
  rootCause: { title: "Root cause", hint: "Why it happened, not who. What made it possible." },
  remediation: { title: "Remediation", hint: "What was done to end it, and what keeps it away." },
  wentWell: { title: "What went well", hint: "What helped, and should be there the next time too." },
};

export const PART_NAMES = Object.keys(PART_WORDS) as PartName[];

export const KIND_WORDS = {
  prevent: "Prevent",
  detect: "Detect",
  mitigate: "Mitigate",
  process: "Process",
} as const;
