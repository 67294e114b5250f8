import type { ReadContext } from "@/lib/db/context";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import { readPinned } from "@/lib/runbooks/queries";
import { pinsOf } from "@/lib/timeline/fold/pins.rules";
import type { IncidentState } from "@/lib/timeline/fold/state";

/** The runbook versions that an incident's checklists are pinned to, each once. */
export function readPinnedRunbooks(
  ctx: ReadContext,
  { checklists }: IncidentState,
): Promise<PinnedRunbookDto[]> {
  return Promise.all(
    pinsOf(checklists).map(({ runbookVersionId, parserVersion }) =>
      readPinned(ctx, runbookVersionId, parserVersion),
    ),
  );
}
