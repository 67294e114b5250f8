import { formatDuration } from "@/lib/kernel/durations";
import type { RotReason } from "./schemas";

const DAY_MS = 86_400_000;
/** A runbook that was not walked for so long is one that nobody can vouch for. */
export const NOT_WALKED_DAYS = 180;
/** From so many points on the library says so; below it is a small thing. */
export const NEEDS_CARE = 15;
/** A newer version has so long to be walked before it is mentioned. */
const NEWER_DAYS = 30;
/** Skipped every time, so often at least. */
const ALWAYS = 3;
/** More links or steps of one runbook are counted, not named. */
const NAMED = 5;

export interface RotFacts {
  /** Epoch milliseconds, as all moments here. */
  now: number;
  /** When the first version came. */
  since: number;
  lastWalkedAt: number | null;
  /** Gone: may not sign in any more. */
  owner: "none" | "gone" | "there";
  /** A day, YYYY-MM-DD; null: nobody set one. */
  reviewBy: string | null;
  published: { number: number; at: number; walked: boolean };
  /** Steps of the published version: how often each was skipped, and whether it was ever done. */
  steps: readonly { text: string; done: number; skipped: number }[];
  deadLinks: readonly string[];
  /** Whether anything of it can be walked. */
  walkable: boolean;
  /** Codes of the import's findings, one for each. */
  findings: readonly string[];
}

/** What is wrong with a runbook, the heaviest first, and how much that is: 0 for nothing, 100 at most. */
export function rotOf(facts: RotFacts): { score: number; reasons: RotReason[] } {
  const found = [
    notWalked(facts),
    newerNotWalked(facts),
    ownerless(facts),
    reviewOverdue(facts),
    neverDone(facts),
    deadLinks(facts),
    noSteps(facts),
    ...findings(facts),
  ].flatMap((one) => one ?? []);
  const sorted = found.toSorted((a, b) => b.weight - a.weight);
  const sum = sorted.reduce((total, { weight }) => total + weight, 0);
  return { score: Math.min(100, sum), reasons: sorted.map(({ reason }) => reason) };
}

interface Weighed {
  reason: RotReason;
  weight: number;
}

/** 15 from 180 days on, one more for each 30 days, 30 at most. */
function notWalked({ now, since, lastWalkedAt }: RotFacts): Weighed | null {
  const days = (now - (lastWalkedAt ?? since)) / DAY_MS;
  if (days < NOT_WALKED_DAYS) return null;
  const at = lastWalkedAt === null ? null : iso(lastWalkedAt);
  const reason = { kind: "not_walked", at, since: iso(since) } as const;
  return { reason, weight: Math.min(30, 15 + Math.floor((days - NOT_WALKED_DAYS) / 30)) };
}

function newerNotWalked({ now, lastWalkedAt, published }: RotFacts): Weighed | null {
  const isLong = now - published.at > NEWER_DAYS * DAY_MS;
  if (published.walked || lastWalkedAt === null || !isLong) return null;
  const { number, at } = published;
  return { reason: { kind: "newer_not_walked", number, publishedAt: iso(at) }, weight: 5 };
}

function ownerless({ owner }: RotFacts): Weighed | null {
  if (owner === "there") return null;
  return owner === "gone"
    ? { reason: { kind: "owner_gone" }, weight: 15 }
    : { reason: { kind: "no_owner" }, weight: 5 };
}

/** 10 from the day after on, one more for each 30 days, 20 at most. */
function reviewOverdue({ now, reviewBy }: RotFacts): Weighed | null {
  if (reviewBy === null) return null;
  const late = Math.floor((now - Date.parse(reviewBy)) / DAY_MS);
  if (late < 1) return null;
  return {
    reason: { kind: "review_overdue", by: reviewBy },
    weight: Math.min(20, 10 + Math.floor(late / 30)),
  };
}

function neverDone({ steps }: RotFacts): Weighed | null {
  const never = steps.filter(({ done, skipped }) => done === 0 && skipped >= ALWAYS).map(({ text }) => text);
  if (never.length === 0) return null;
  const reason = { kind: "never_done", count: never.length, steps: never.slice(0, NAMED) } as const;
  return { reason, weight: Math.min(18, 6 * never.length) };
}

function deadLinks({ deadLinks: urls }: RotFacts): Weighed | null {
  if (urls.length === 0) return null;
  const reason = { kind: "dead_links", count: urls.length, urls: urls.slice(0, NAMED) } as const;
  return { reason, weight: Math.min(24, 8 * urls.length) };
}

/** Also where it has no list that could be one: "See the other runbook" is nothing to walk, either. */
function noSteps({ walkable }: RotFacts): Weighed | null {
  return walkable ? null : { reason: { kind: "no_steps" }, weight: 8 };
}

function findings({ findings: codes }: RotFacts): Weighed[] {
  const of = (code: string) => codes.filter((one) => one === code).length;
  const [decoded, unclosed] = [of("mojibake"), of("unclosed-fence")];
  return [
    ...(decoded > 0 ? [{ reason: { kind: "mis_decoded", count: decoded } as const, weight: 10 }] : []),
    ...(unclosed > 0 ? [{ reason: { kind: "unclosed_code", count: unclosed } as const, weight: 12 }] : []),
  ];
}

/** A reason as people read it. */
export function rotWords(reason: RotReason, now: number): string {
  switch (reason.kind) {
    case "not_walked":
      return reason.at
        ? `not walked for ${days(reason.at, now)}`
        : `never walked, here for ${days(reason.since, now)}`;
    case "newer_not_walked":
      return `nobody walked version ${reason.number} yet, out for ${days(reason.publishedAt, now)}`;
    case "no_owner":
      return "nobody keeps it";
    case "owner_gone":
      return "who keeps it has left";
    case "review_overdue":
      return `review overdue by ${days(reason.by, now)}`;
    case "never_done":
      return `${several(reason.count, "step", "steps")} skipped every time: ${listed(reason.steps, reason.count)}`;
    case "dead_links":
      return `${several(reason.count, "dead link", "dead links")}: ${listed(reason.urls, reason.count)}`;
    case "mis_decoded":
      return `${several(reason.count, "line looks", "lines look")} mis-decoded`;
    case "unclosed_code":
      return "a code block has no end: all below it reads as code";
    case "no_steps":
      return "nothing in it reads as a step";
  }
}

function days(at: string, now: number): string {
  return formatDuration(Math.floor((now - Date.parse(at)) / DAY_MS) * DAY_MS);
}

function several(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

function listed(named: readonly string[], all: number): string {
  const more = all - named.length;
  return more > 0 ? `${named.join("; ")} and ${more} more` : named.join("; ");
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
