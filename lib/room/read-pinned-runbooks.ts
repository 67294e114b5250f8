import type { ReadContext } from "@/lib/db/context";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import { readPinned } from "@/lib/runbooks/queries";
import type { IncidentState } from "@/lib/timeline/fold/state";

/** The runbook versions that an incident's checklists are pinned to, each once. */
export function readPinnedRunbooks(
  ctx: ReadContext,
  { checklists }: IncidentState,
): Promise<PinnedRunbookDto[]> {
  const wanted = new Map(
    checklists.flatMap(({ runbookVersionId, parserVersion }) =>
      runbookVersionId && parserVersion
        ? [[`${runbookVersionId}@${parserVersion}`, { runbookVersionId, parserVersion }]]
        : [],
    ),
  );
  return Promise.all(
    [...wanted.values()].map(({ runbookVersionId, parserVersion }) =>
      readPinned(ctx, runbookVersionId, parserVersion),
    ),
  );
}
