import { countTries } from "@/lib/auth/attempts/count-attempts";
import type { ReadContext } from "@/lib/db/context";
import { authoriseUnlocked } from "@/lib/incidents/authorise-unlocked";
import { decideWalk } from "@/lib/incidents/status.rules";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { getText, type Got } from "@/lib/outbox/outgoing/get-text";
import { findStep } from "@/lib/runbooks/parse/read";
import type { ParsedStep } from "@/lib/runbooks/parse/types";
import { readParse } from "@/lib/runbooks/read-parse";
import { readTexts } from "@/lib/timeline/read-texts";
import { checksOf, checkUrl, isOf, type Check } from "./checks.rules";
import { newestFills } from "./gaps.rules";
import { numbersOf, readQueryAnswer } from "./prometheus.rules";
import { seriesText } from "./series-text.rules";
import { readSource, type StepSource } from "./read-source";
import type { CheckInput } from "./schemas";
import { httpPassed, queryPassed, readExpected, type Expected } from "./verdict.rules";

/** What came of a check, as it is kept. */
export interface CheckResult {
  /** The words that were asked: where they stand, and the texts that filled their gaps. */
  source: StepSource;
  filled: readonly string[];
  /** What was asked: "GET https://…", or the query. */
  request: string;
  /** The beginning of the answer, the series, or why there is none. */
  output: string;
  status: number | null;
  ms: number;
  passed: boolean | null;
}

/** In a window of 15 minutes, for an incident. */
const CHECKS_AT_MOST = 60;
const KEPT_CHARACTERS = 2_000;

/**
 * Asks what a step says to ask, before any transaction: a slow far end holds up nobody. That it is away or answers
 * otherwise is a result, not a failure.
 * @param input.listedHosts hosts inside the own network that may be reached
 * @throws Failure `not_found`, `forbidden` or `conflict` as `recordCheck`; `invalid` when this target cannot be asked
 *   that, or a gap is not filled in; `rate_limited`
 */
export async function askCheck(
  ctx: ReadContext,
  { listedHosts, ...input }: CheckInput & { itemId: string; listedHosts: readonly string[] },
): Promise<CheckResult> {
  const item = await ctx.db.checklistItem.findUnique({
    where: { id: input.itemId },
    select: {
      ...{ checklistId: true, stepKey: true, streamId: true },
      ...{ leftVersionId: true, leftParserVersion: true },
    },
  });
  if (!item) throw new Failure("not_found", "There is no such step.");
  const incident = await ctx.db.incident.findUnique({
    where: { id: item.streamId },
    select: { key: true, status: true },
  });
  if (!incident) throw new Failure("not_found", "There is no such step.");
  await authoriseUnlocked(ctx, incident.key, "step.check");
  orThrow(decideWalk(incident.status));
  const source = await readSource(ctx, item);
  const step = source && (await stepAt(ctx, source));
  const check = step && checksOf(step).find((one) => isOf(input, one));
  if (!check) throw new Failure("not_found", "This step has no such check.");
  const target = await ctx.db.checkTarget.findFirst({ where: { id: input.targetId, removedAt: null } });
  if (!target) throw new Failure("not_found", "There is no such target.");
  const gaps = await filledIn(ctx, item.streamId, check);
  const url = urlOf(check, target, gaps);

  const key = `check:${item.streamId}`;
  const { tries, retryAt } = await countTries(ctx.db, ctx.clock.now(), [key]);
  if ((tries.get(key) ?? 0) > CHECKS_AT_MOST) {
    const words = `${CHECKS_AT_MOST} checks were run here within a quarter of an hour. Wait a little.`;
    throw new Failure("rate_limited", words, { retryAt: retryAt.toISOString() });
  }
  const got = await getText(url, { secret: target.secret, listedHosts });
  const expected = readExpected(step.expect?.inlines ?? null);
  const result = check.kind === "http" ? httpResult(got, expected) : queryResult(got, expected);
  const { output, passed } = result;
  return {
    ...{ source, filled: gaps.map(({ textId }) => textId) },
    request: check.kind === "http" ? `GET ${url}` : check.text,
    output: (target.secret ? output.replaceAll(target.secret, "[secret]") : output).slice(0, KEPT_CHARACTERS),
    ...{ status: got.ok ? got.status : null, ms: got.ms, passed },
  };
}

async function stepAt(
  ctx: ReadContext,
  { stepKey, runbookVersionId, parserVersion }: StepSource,
): Promise<ParsedStep | undefined> {
  return findStep(await readParse(ctx, runbookVersionId, parserVersion), stepKey)?.step;
}

interface FilledGap {
  name: string;
  textId: string;
  value: string;
}

/** What stands in the gaps of a check; those that are empty, or were redacted, are missing. */
async function filledIn(ctx: ReadContext, incidentId: string, check: Check): Promise<FilledGap[]> {
  const name = { in: check.placeholders.map((gap) => gap.name) };
  const fills = await ctx.db.incidentPlaceholder.findMany({
    where: { incidentId, name },
    orderBy: { seq: "asc" },
  });
  const rows = newestFills(fills);
  const texts = await readTexts(
    ctx,
    rows.map(({ textId }) => textId),
  );
  return rows.flatMap(({ name, textId }) => {
    const value = texts.get(textId);
    return value ? [{ name, textId, value }] : [];
  });
}

function urlOf(
  check: Check,
  target: { name: string; kind: string; baseUrl: string },
  gaps: readonly FilledGap[],
): string {
  const fits = target.kind === (check.kind === "http" ? "http" : "prometheus");
  const values = Object.fromEntries(gaps.map(({ name, value }) => [name, value]));
  const answer = fits ? checkUrl(check, target.baseUrl, values) : null;
  if (answer === null) throw new Failure("invalid", `${target.name} is not where this check asks.`);
  if ("missing" in answer) throw new Failure("invalid", `Fill in ${answer.missing} first.`);
  return answer.url;
}

function httpResult(got: Got, expected: Expected): Pick<CheckResult, "output" | "passed"> {
  if (!got.ok) return { output: got.error, passed: false };
  return { output: got.body, passed: httpPassed(expected, got.status, got.body) };
}

function queryResult(got: Got, expected: Expected): Pick<CheckResult, "output" | "passed"> {
  if (!got.ok) return { output: got.error, passed: false };
  const answer = readQueryAnswer(got.body);
  if (!answer.ok) return { output: answer.error, passed: false };
  return { output: seriesText(answer.series), passed: queryPassed(expected, numbersOf(answer.series)) };
}
