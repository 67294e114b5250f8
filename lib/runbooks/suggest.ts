import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { SuggestionsDto } from "./dto";
import { type Answer, findAnswers } from "./match/match-runbooks";
import { readCandidates } from "./match/candidates";
import { findByWords } from "./match/find-by-words";
import { partOf } from "./match/part.rules";
import { suggestRunbooks } from "./parse/suggest.rules";

const OFFER = 5;

/** What is known of an incident that a runbook is looked for. */
interface Asked {
  words: string;
  /** Ids of its services. */
  services?: readonly string[];
}

type Suggestion = SuggestionsDto["suggestions"][number];

/**
 * Published runbooks that fit a commander's words and the services of the incident, best first, each with the reason:
 * those that an alert's name or an error text among the words calls for, then those that are about a service (chosen,
 * or named by the words) or share words. Where an alert's name or error text means a section, it says which.
 */
export async function suggest(ctx: ReadContext, { words, services = [] }: Asked): Promise<Suggestion[]> {
  authorise(ctx.actor, "runbook.read");
  const called = await calledFor(ctx, words);
  const known = new Set(called.map(({ runbook }) => runbook.id));
  const sharing = await sharingWords(ctx, words, await namesOf(ctx, words, services));
  return [...called, ...sharing.filter(({ runbook }) => !known.has(runbook.id))].slice(0, OFFER).map(told);
}

/** All words may be one name, or any of them that looks like the name of an alert. */
function calledFor(ctx: ReadContext, words: string): Promise<Answer[]> {
  const names = [words, ...words.split(/[\s:;,"'“”()[\]]+/).filter((word) => ALERT_NAME.test(word))];
  const alerts = [...new Set(names)].slice(0, 4).map((name) => ({ name, runbookUrl: null, text: words }));
  return findAnswers(ctx, alerts);
}

/** KubePodCrashLooping, stage_conflict, disk-almost-full. */
const ALERT_NAME = /^(?:[A-Z][a-z0-9]+[A-Z]\w*|\w+(?:[_-]\w+)+)$/;

/** The names of the services that were chosen, and of those that the words name. */
async function namesOf({ db }: ReadContext, words: string, ids: readonly string[]): Promise<string[]> {
  const said = ` ${plainWords(words)} `;
  const rows = await db.service.findMany({
    where: { OR: [{ id: { in: [...ids] } }, { archivedAt: null, runbooks: { some: {} } }] },
    select: { id: true, name: true },
  });
  return rows
    .filter(({ id, name }) => ids.includes(id) || said.includes(` ${plainWords(name)} `))
    .map(({ name }) => name);
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

async function sharingWords(ctx: ReadContext, words: string, services: string[]): Promise<Answer[]> {
  const { ids, rarity } = await findByWords(ctx, words, services);
  const candidates = await readCandidates(ctx, ids);
  const about = candidates.map((candidate) => ({
    ...candidate,
    services: candidate.services.filter((name) => services.includes(name)),
  }));
  const byId = new Map(candidates.map((runbook) => [runbook.id, runbook]));
  return suggestRunbooks(words, about, rarity).flatMap(({ id, ...found }) => {
    const runbook = byId.get(id);
    // Words in common say too little of a section to begin with nothing else.
    return runbook ? [{ runbook, sectionKey: null, ...found }] : [];
  });
}

/** As it is told, with the part of the runbook that is meant. */
function told({ runbook, sectionKey, score, reason }: Answer): Suggestion {
  const { id: runbookId, versionId, slug, title, sections } = runbook;
  return { runbookId, versionId, slug, title, score, reason, part: partOf(sections, sectionKey) };
}
