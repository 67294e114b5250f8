import type { ReadContext } from "@/lib/db/context";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import type { SummaryDto } from "@/lib/summaries/dto";
import { summaryFileName } from "@/lib/summaries/markdown.rules";
import { readSummary } from "@/lib/summaries/read-summary";
import type { Entry } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";
import type { RoomDto } from "./dto";
import { readPinnedRunbooks } from "./read-pinned-runbooks";
import { readRoom } from "./read-room";

export interface SummaryPageData {
  summary: SummaryDto;
  room: RoomDto;
  /** Entries of the story that are older than the room's newest. */
  story: Entry[];
  pinned: PinnedRunbookDto[];
  fileName: string;
}

/**
 * All that the page of a summary begins with; afterwards the room's entries keep it live.
 * @throws Failure `not_found` when the incident is invisible or has no summary
 */
export async function readSummaryPage(ctx: ReadContext, key: string): Promise<SummaryPageData> {
  const summary = await readSummary(ctx, key);
  const room = await readRoom(ctx, key);
  const known = new Set(room.entries.map(({ seq }) => seq));
  const seqs = summary.body.derived.story.filter((seq) => !known.has(seq));
  const [story, pinned] = await Promise.all([
    readEntries(ctx, summary.incidentId, { after: 0, limit: seqs.length, seqs }),
    readPinnedRunbooks(ctx, room.state),
  ]);
  const fileName = summaryFileName(summary.incidentKey, summary.body.derived);
  return { summary, room, story, pinned, fileName };
}
