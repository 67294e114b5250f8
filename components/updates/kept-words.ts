import type { DraftBody } from "@/lib/updates/draft-body.rules";

/** Words of an update that the server does not have yet. */
interface KeptWords {
  number: number;
  rev: number;
  body: DraftBody;
}

/** Keeps words in this tab, over a reload and a wrong click. */
export function keepWords(incidentKey: string, words: KeptWords): void {
  try {
    sessionStorage.setItem(nameOf(incidentKey), JSON.stringify(words));
  } catch {
    // The browser keeps no more, or nothing at all: the words live as long as the page.
  }
}

/** What was kept; null when there is nothing. */
export function keptWords(incidentKey: string): KeptWords | null {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(incidentKey)) ?? "null") as KeptWords | null;
  } catch {
    return null;
  }
}

export function forgetWords(incidentKey: string): void {
  try {
    sessionStorage.removeItem(nameOf(incidentKey));
  } catch {
    // Nothing was kept either.
  }
}

function nameOf(incidentKey: string): string {
  return `qd-update-${incidentKey}`;
}
