import { forgetInTab, keepInTab, keptInTab } from "@/components/ui/tab-memory";
import type { DraftBody } from "@/lib/updates/draft-body.rules";

/** Words of an update that the server does not have yet. */
interface KeptWords {
  number: number;
  rev: number;
  body: DraftBody;
}

/** Keeps words in this tab, over a reload and a wrong click. */
export function keepWords(incidentKey: string, words: KeptWords): void {
  keepInTab(nameOf(incidentKey), words);
}

/** What was kept; null when there is nothing. */
export function keptWords(incidentKey: string): KeptWords | null {
  return keptInTab(nameOf(incidentKey));
}

export function forgetWords(incidentKey: string): void {
  forgetInTab(nameOf(incidentKey));
}

function nameOf(incidentKey: string): string {
  return `qd-update-${incidentKey}`;
}
