import type { Choice } from "./choices";
import { finding } from "./findings";
import type { Decision, Finding, ParsedSection } from "./types";

/** How much of a branch's words a section's title must share. */
const ENOUGH = 0.5;
const MOST_OFFERS = 3;
/** More decisions than anybody draws are not looked into. */
const MOST_DECISIONS = 200;

/** Sections to which a branch may lead, because their titles share its words. Nothing is linked: it is offered. */
export function branchFindings(
  decisions: readonly Decision[],
  sections: readonly ParsedSection[],
): Finding[] {
  const titled = sections.filter(({ level, title }) => level > 1 && title !== "");
  const known = titled.map((section) => ({ section, words: wordsOf(section.title) }));
  const rarity = rarityOf(known.map(({ words }) => words));
  return decisions.slice(0, MOST_DECISIONS).flatMap((decision) =>
    decision.branches.flatMap((branch) => {
      if (branch.link !== null || branch.label === null) return [];
      const wanted = wordsOf(branch.label);
      const best = known
        .filter(({ section }) => section.key !== decision.sectionKey)
        .map(({ section, words }) => ({ section, score: shareOf(wanted, words, rarity) }))
        .filter(({ score }) => score >= ENOUGH)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_OFFERS);
      const [first] = best;
      if (!first) return [];
      const message = `The branch “${branch.label}” may lead to the section “${first.section.title}”. It is not linked.`;
      const offers = best.map(({ section }): Choice => ({
        kind: "link",
        decisionLine: decision.line,
        targetId: branch.targetId,
        to: { runbookSlug: null, sectionKey: section.key },
      }));
      return [{ ...finding("branch-unlinked", branch.line, message, "notice"), offers }];
    }),
  );
}

/** Words and their parts in small letters, without endings: "OPENAI_API_KEY failures" → openai, api, key, failure. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const stems = words.map((word) => word.replace(/(?<=..[^s])s$/, ""));
  return new Set(stems.filter((word) => !EMPTY.has(word)));
}

const EMPTY = new Set("the an of on in to for and or is are be not yes no if when with by from at as it error failed failure issue step".split(" ")); // oxfmt-ignore

/** A word that stands in one title says more than one that stands in all. */
function rarityOf(titles: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of titles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + (titles.length + 1) / (counts.get(word) ?? 0.5));
}

/** The part of the wanted words, by their weight, that a title holds. */
function shareOf(
  wanted: ReadonlySet<string>,
  title: ReadonlySet<string>,
  rarity: (word: string) => number,
): number {
  let [all, shared] = [0, 0];
  for (const word of wanted) {
    // A word that no title holds tells the titles apart no more than one that stands in one.
    const weight = Math.min(rarity(word), rarity(""));
    all += weight;
    if (title.has(word)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}
