import { plain, SIGNATURE } from "./plain.rules";

/** What a monitoring system says of an alert. */
export interface AlertFacts {
  name: string;
  /** The page that the rule's author meant. */
  runbookUrl: string | null;
  /** Summary, description, error text: whatever came with it. */
  text: string | null;
}

/** What is known of a runbook when alerts are matched against it. */
export interface MatchCandidate {
  id: string;
  title: string;
  slug: string;
  /** With folders, where they are known. */
  fileName: string | null;
  triggers: readonly { text: string; sectionKey: string | null }[];
  sections: readonly { key: string; title: string }[];
}

export interface AlertMatch {
  id: string;
  /** The section that the alert calls for; null: the whole runbook. */
  sectionKey: string | null;
  /** Above 0; only good for ordering. */
  score: number;
  /** Why, as a sentence. */
  reason: string;
}

/**
 * The runbooks that answer an alert, best first: those called like it, those its address names, and those one of whose
 * error signatures it carries. Words in common are no answer: no match is better than a wrong one at night.
 * Equal names are told apart by the folders of the alert's runbook address.
 */
export function matchAlert(alert: AlertFacts, candidates: readonly MatchCandidate[]): AlertMatch[] {
  return candidates
    .flatMap((candidate) => {
      const found = [byName(alert, candidate), byAddress(alert, candidate), bySignature(alert, candidate)];
      const best = found.flatMap((match) => match ?? []).toSorted((a, b) => b.score - a.score)[0];
      return best ? [{ id: candidate.id, ...best, score: best.score + nearness(alert, candidate) }] : [];
    })
    .toSorted((a, b) => b.score - a.score);
}

/**
 * What a runbook must have to answer the alert, as `findableOf` keeps it: one of these names, or a signature that is
 * part of the text.
 */
export function keysOf(alert: AlertFacts): { names: string[]; text: string } {
  const address = alert.runbookUrl === null ? null : partsOf(alert.runbookUrl);
  const names = [alert.name, address?.path.at(-1) ?? ""].map(plain).filter((name) => name.length >= 3);
  return { names: [...new Set(names)], text: plain(alert.text ?? "") };
}

type Found = Omit<AlertMatch, "id">;

function byName({ name }: AlertFacts, candidate: MatchCandidate): Found | null {
  const wanted = plain(name);
  if (wanted.length < 3) return null;
  const trigger = candidate.triggers.find(({ text }) => plain(text) === wanted);
  if (trigger)
    return { sectionKey: trigger.sectionKey, score: 100, reason: `Its trigger is “${trigger.text}”.` };
  const stem = stemOf(candidate.fileName);
  if (stem && plain(stem) === wanted)
    return { sectionKey: null, score: 98, reason: `Its file is called ${stem}.` };
  if (plain(candidate.title) === wanted || plain(candidate.slug) === wanted)
    return { sectionKey: null, score: 96, reason: `It is called “${candidate.title}”.` };
  const section = candidate.sections.find(({ title }) => plain(title) === wanted);
  return section
    ? { sectionKey: section.key, score: 90, reason: `Its section is called “${section.title}”.` }
    : null;
}

function byAddress({ runbookUrl }: AlertFacts, candidate: MatchCandidate): Found | null {
  const address = runbookUrl === null ? null : partsOf(runbookUrl);
  const last = plain(address?.path.at(-1) ?? "");
  if (!address || last.length < 3) return null;
  const names = [stemOf(candidate.fileName), candidate.slug, candidate.title];
  if (!names.some((name) => name !== null && plain(name) === last)) return null;
  const anchor = plain(address.anchor);
  const section = anchor === "" ? undefined : candidate.sections.find(({ title }) => plain(title) === anchor);
  const sectionKey = section?.key ?? null;
  return { sectionKey, score: section ? 95 : 92, reason: "The alert's runbook address names it." };
}

/** An error text that carries a signature word for word; short ones say too little. */
function bySignature({ text }: AlertFacts, candidate: MatchCandidate): Found | null {
  const said = plain(text ?? "");
  const carried = candidate.triggers
    .filter((trigger) => plain(trigger.text).length >= SIGNATURE && said.includes(plain(trigger.text)))
    .toSorted((a, b) => b.text.length - a.text.length)[0];
  if (!carried) return null;
  return { sectionKey: carried.sectionKey, score: 80, reason: `The alert says “${carried.text}”.` };
}

/** Up to 1: how many words of the alert's address stand in the candidate's path. */
function nearness({ runbookUrl }: AlertFacts, { fileName }: MatchCandidate): number {
  const address = runbookUrl === null ? null : partsOf(runbookUrl);
  if (!address || !fileName) return 0;
  const wanted = new Set([...address.host.split("."), ...address.path].flatMap(wordsOf));
  const words = new Set(wordsOf(fileName));
  return [...wanted].filter((word) => words.has(word)).length / Math.max(1, wanted.size);
}

function partsOf(url: string): { host: string; path: string[]; anchor: string } | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname, hash } = new URL(url);
  const path = pathname
    .split("/")
    .filter((part) => part !== "" && !/^(?:index|readme)(?:\.\w+)?$/i.test(part));
  return {
    host: hostname,
    path: path.map((part) => part.replace(/\.(?:md|html?)$/i, "")),
    anchor: hash.slice(1),
  };
}

/** A file's name without folders and ending. */
export function stemOf(fileName: string | null): string | null {
  return (
    fileName
      ?.split("/")
      .at(-1)
      ?.replace(/\.(?:md|markdown)$/i, "") ?? null
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
