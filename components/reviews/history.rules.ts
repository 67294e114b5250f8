import type { IconName } from "@/components/ui/icons";
import type { SummaryDto } from "@/lib/summaries/dto";

/** One thing that happened to a summary. */
export interface HistoryLine {
  id: string;
  /** ISO 8601. */
  at: string;
  icon: IconName;
  /** Null: the console. */
  personId: string | null;
  what: string;
  version: number;
  comment?: string | null;
}

/** What happened to a summary so far, newest first: versions begun and submitted, and what was decided on them. */
export function historyOf({ versions, decisions }: SummaryDto): HistoryLine[] {
  const lines = [
    ...versions.map(({ number, authorId, savedAt, submittedAt }): HistoryLine => {
      const what = submittedAt ? "submitted" : authorId ? "edited" : "drafted";
      const icon = submittedAt ? "upload" : authorId ? "pencil" : "review";
      return { id: `v${number}`, at: savedAt, icon, personId: authorId, what, version: number };
    }),
    ...decisions.map(({ kind, personId, at, version, comment }): HistoryLine => {
      const what = kind === "signed_off" ? "signed off" : "returned";
      const icon = kind === "signed_off" ? "check" : "swap";
      return { id: `${kind}${at}`, at, icon, personId, what, version, comment };
    }),
  ];
  return lines.toSorted((a, b) => b.at.localeCompare(a.at));
}
