import type { ReadContext } from "@/lib/db/context";
import { visibleTo } from "@/lib/auth/visible-to";
import { readSummary } from "@/lib/summaries/read-summary";
import type { SummaryDto } from "@/lib/summaries/dto";
import { summaryFileName, toMarkdown } from "@/lib/summaries/markdown.rules";
import { readAllEntries } from "@/lib/timeline/read";
import { Failure } from "@/lib/kernel/errors";
import { readNames } from "./read-names";
import { readIncidentState } from "./read-state";

const DAY_MS = 24 * 60 * 60_000;

export interface ExportedSummary {
  fileName: string;
  markdown: string;
}

/**
 * An incident's summary as a Markdown file, in its newest version. Times are in UTC.
 * @throws Failure `not_found` when the incident is invisible or has no summary
 */
export async function exportSummary(ctx: ReadContext, key: string): Promise<ExportedSummary> {
  const summary = await readSummary(ctx, key);
  const state = await readIncidentState(ctx, summary.incidentId);
  if (!state) throw new Failure("not_found", `There is no incident ${key}.`);
  const entries = await readAllEntries(ctx, summary.incidentId);
  const decision = summary.decisions.find(
    ({ kind, version, voidedAt }) =>
      kind === "signed_off" && version === summary.signedVersion && voidedAt === null,
  );
  const markdown = toMarkdown({
    incidentKey: summary.incidentKey,
    state: summary.state,
    version: summary.version,
    sha256: summary.sha256,
    body: summary.body,
    redacted: summary.versions.find(({ number }) => number === summary.version)?.redacted ?? null,
    signedOff: decision ? { personId: decision.personId, at: decision.at } : null,
    entries: new Map(entries.map((entry) => [entry.seq, entry])),
    names: await readNames(ctx, state, "UTC"),
    timeZone: "UTC",
  });
  return { fileName: await summaryFileNameFor(ctx, summary), markdown };
}

/** What an incident's exported summary is called: the day it began, and its key when it was not that day's first. */
export async function summaryFileNameFor(ctx: ReadContext, summary: SummaryDto): Promise<string> {
  const { startedAt, declaredAt } = summary.body.derived.keyTimes;
  const day = (startedAt ?? declaredAt).slice(0, 10);
  return summaryFileName(day, summary.incidentKey, await isFirstOf(ctx, day, summary.incidentId));
}

/** Whether no earlier incident with a summary began on the same day (UTC). */
async function isFirstOf(ctx: ReadContext, day: string, incidentId: string): Promise<boolean> {
  const from = new Date(`${day}T00:00:00.000Z`);
  const within = { gte: from, lt: new Date(from.getTime() + DAY_MS) };
  const first = await ctx.db.incident.findFirst({
    where: {
      summary: { isNot: null },
      AND: [{ OR: [{ startedAt: within }, { startedAt: null, declaredAt: within }] }, visibleTo(ctx.actor)],
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return first === null || first.id === incidentId;
}
