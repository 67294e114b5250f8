import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { matchRunbooks } from "./match/match-runbooks";
import { readCandidates } from "./match/candidates";
import { findByWords } from "./match/find-by-words";
import { suggestRunbooks } from "./parse/suggest.rules";

const OFFER = 5;

/**
 * Published runbooks that fit a commander's words, best first, each with the reason: those that an alert's name or an
 * error text among the words calls for, then those that share words.
 */
export async function suggest(ctx: ReadContext, words: string) {
  authorise(ctx.actor, "runbook.read");
  const called = await calledFor(ctx, words);
  const known = new Set(called.map(({ runbookId }) => runbookId));
  const byWords = (await sharingWords(ctx, words)).filter(({ runbookId }) => !known.has(runbookId));
  return [...called, ...byWords].slice(0, OFFER);
}

/** All words may be one name, or any of them that looks like the name of an alert. */
async function calledFor(ctx: ReadContext, words: string) {
  const names = [words, ...words.split(/[\s:;,"'“”()[\]]+/).filter((word) => ALERT_NAME.test(word))];
  const found = [];
  for (const name of [...new Set(names)].slice(0, 4))
    found.push(...(await matchRunbooks(ctx, { name, runbookUrl: null, text: words })));
  const best = new Map(found.toSorted((a, b) => a.score - b.score).map((each) => [each.runbookId, each]));
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score)
    .map(({ runbookId, versionId, slug, title, score, reason }) => ({
      ...{ runbookId, versionId, slug, title, score, reason },
    }));
}

/** KubePodCrashLooping, stage_conflict, disk-almost-full. */
const ALERT_NAME = /^(?:[A-Z][a-z0-9]+[A-Z]\w*|\w+(?:[_-]\w+)+)$/;

async function sharingWords(ctx: ReadContext, words: string) {
  const { ids, rarity } = await findByWords(ctx, words);
  const candidates = await readCandidates(ctx, ids);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const ranked = suggestRunbooks(
    words,
    candidates.map(({ id, title, triggers, sections }) => ({
      ...{ id, title, services: [] },
      triggers: triggers.map(({ text }) => text),
      sectionTitles: sections.map((section) => section.title),
    })),
    rarity,
  );
  return ranked.flatMap(({ id, score, reason }) => {
    const runbook = byId.get(id);
    if (!runbook) return [];
    const { versionId, slug, title } = runbook;
    return [{ runbookId: id, versionId, slug, title, score, reason }];
  });
}
