import type { ReadContext } from "@/lib/db/context";
import { signOffOf } from "@/lib/summaries/as-signed.rules";
import { readSummary } from "@/lib/summaries/read-summary";
import { summaryFileName, toMarkdown } from "@/lib/summaries/markdown.rules";
import { readAllEntries } from "@/lib/timeline/read";
import { Failure } from "@/lib/kernel/errors";
import { readNames } from "./read-names";
import { readIncidentState } from "./read-state";

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
  const signOff = signOffOf(summary);
  const markdown = toMarkdown({
    incidentKey: summary.incidentKey,
    state: summary.state,
    version: summary.version,
    sha256: summary.sha256,
    body: summary.body,
    redacted: summary.versions.find(({ number }) => number === summary.version)?.redacted ?? null,
    signedOff: signOff && { personId: signOff.personId, at: signOff.at },
    entries: new Map(entries.map((entry) => [entry.seq, entry])),
    names: await readNames(ctx, state, "UTC"),
    timeZone: "UTC",
  });
  return { fileName: summaryFileName(summary.incidentKey, summary.body.derived), markdown };
}
