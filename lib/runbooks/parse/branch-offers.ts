import { waysOf, type ChartWays } from "./chart-ways";
import type { Choice } from "./choices";
import { finding } from "./findings";
import { readLabel } from "./flow-label";
import { plainText } from "./inline";
import type { Decision, Finding, Flowchart, ParsedSection } from "./types";

/** How much of a branch's words a section's title must share. */
const ENOUGH = 0.5;
/** How much the words of a node and those of a title must have in common: they are called almost the same. */
const ALMOST_THE_SAME = 0.6;
const MOST_OFFERS = 3;
/** More ways and sections than anybody draws or writes are not compared. */
const MOST_BRANCHES = 500;
const MOST_SECTIONS = 1_000;
/** A way without a question that is longer tells no section's name. */
const MOST_NODES = 20;

/**
 * Sections to which a branch may lead, because they are called almost as a node on its way, or because their titles
 * share the branch's words. Nothing is linked: it is offered.
 */
export function branchFindings(
  decisions: readonly Decision[],
  sections: readonly ParsedSection[],
  charts: readonly Flowchart[],
): Finding[] {
  const titled = sections.filter(({ level, title }) => level > 1 && title !== "");
  const known = titled.slice(0, MOST_SECTIONS).map((section) => ({
    ...{ section, words: wordsOf(section.title), name: namesOf(section.title) },
  }));
  const rarity = rarityOf(known.map(({ words }) => words));
  const drawn = charts.map((chart) => ({ ...chart, ...waysOf(chart) }));
  const open = decisions.flatMap((decision) =>
    decision.branches.flatMap((branch) => (branch.link === null ? [{ decision, branch }] : [])),
  );
  return open.slice(0, MOST_BRANCHES).flatMap(({ decision, branch }) => {
    const others = known.filter(({ section }) => section.key !== decision.sectionKey);
    const onWay = nodesOn(decision, branch, drawn).map((label) => ({ label, name: namesOf(label) }));
    const called = others.flatMap(({ section, name }) => {
      const scores = onWay.map((node) => ({ ...node, score: likeness(node.name, name) }));
      const [best] = scores.filter(({ score }) => score >= ALMOST_THE_SAME).sort(byScore);
      return best ? [{ section, score: 1 + best.score, node: best.label }] : [];
    });
    const isCalled = new Set(called.map(({ section }) => section));
    const wanted = wordsOf(branch.label ?? "");
    const shared = others
      .filter(({ section }) => !isCalled.has(section))
      .map(({ section, words }) => ({ section, score: shareOf(wanted, words, rarity), node: null }))
      .filter(({ score }) => score >= ENOUGH);
    const best = [...called, ...shared].sort(byScore).slice(0, MOST_OFFERS);
    const [first] = best;
    if (!first) return [];
    const { label, target } = branch;
    const way =
      first.node === null || label === null ? `“${label ?? target}”` : `“${label}”, to “${first.node}”,`;
    const message = `The branch ${way} may lead to the section “${first.section.title}”. It is not linked.`;
    const offers = best.map(({ section }): Choice => ({
      kind: "link",
      decisionLine: decision.line,
      targetId: branch.targetId,
      to: { runbookSlug: null, sectionKey: section.key },
    }));
    return [{ ...finding("branch-unlinked", branch.line, message, "notice"), offers }];
  });
}

const byScore = (a: { score: number }, b: { score: number }) => b.score - a.score;

/** What stands on a branch's way, up to the next question, which is asked on the chart itself. */
function nodesOn(
  decision: Decision,
  { targetId }: Decision["branches"][number],
  charts: readonly (Flowchart & ChartWays)[],
): string[] {
  const chart = charts.find(({ lines }) => lines.start <= decision.line && decision.line <= lines.end);
  if (!chart) return [];
  const labels = new Map(chart.nodes.map(({ id, label }) => [id, label]));
  const seen = new Set([decision.nodeId]);
  for (let id: string | undefined = targetId; id !== undefined && !seen.has(id);) {
    const ways = chart.waysOn(id);
    if (ways.length > 1 || seen.size > MOST_NODES) break;
    seen.add(id);
    id = ways[0]?.to;
  }
  seen.delete(decision.nodeId);
  return [...seen].map((id) => plainText(readLabel(labels.get(id) ?? id)));
}

/** All words of a name, single letters, too: they tell "Option A" from "Option B". */
function namesOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** How alike two names are: 1 when they have the same words, 0 when they share none. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
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
