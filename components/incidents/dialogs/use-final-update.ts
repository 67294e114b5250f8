"use client";

import { toast } from "@/components/ui/toast";
import { useDraft } from "@/components/updates/use-draft";
import type { RoomView } from "@/components/room/use-room-view";
import type { Entry } from "@/lib/timeline/events";
import { redactedSeqs } from "@/lib/timeline/redacted-entries.rules";
import type { DraftBody, DraftItem, UpdateField } from "@/lib/updates/draft-body.rules";
import { newsSince, withNews } from "@/lib/updates/draft-lines.rules";
import { finalDraft, finalItems } from "@/lib/updates/final-draft.rules";
import { editedLines } from "@/lib/updates/lines.rules";
import { redactedDraft } from "@/lib/updates/redacted-draft.rules";
import { useKept } from "../use-kept";

/** The final update while it is written, and what can be done with it. */
interface FinalUpdate {
  body: DraftBody;
  /** What happened since the author began to write. */
  news: readonly DraftItem[];
  edit: (field: UpdateField, text: string) => void;
  takeIn: () => void;
  forget: () => void;
}

/** What is written, and the newest entry of the room by then. */
interface Kept {
  body: DraftBody;
  seq: number;
}

/** Before the draft is there: all that happened is news. */
const EMPTY: DraftBody = { current: [], progress: [], blockers: [], nextMinutes: null, draftedTo: 0 };

/**
 * The final update: what the composer would begin with, and what happened since. It follows the timeline until its
 * author begins to write; then it is theirs, and what happens is news.
 */
export function useFinalUpdate(room: Pick<RoomView, "state" | "entries">, enabled: boolean): FinalUpdate {
  const { id, key, seq } = room.state;
  const [kept, setKept, forget] = useKept<Kept | null>(`final-words:${id}`, null);
  const typed = kept && withoutRedacted(kept, room.entries);
  if (typed !== (kept?.body ?? null)) setKept(() => typed && { body: typed, seq });
  const draft = useDraft(key, seq, { enabled });
  const now = { items: finalItems(draft?.items ?? []), seq: draft?.seq ?? 0 };
  const drafted = draft ? finalDraft(draft.saved?.body ?? draft.fresh) : EMPTY;
  const body = typed ?? withNews(drafted, now).body;
  return {
    ...{ body, forget },
    news: typed ? newsSince(typed, now.items) : [],
    edit: (field, text) =>
      setKept((before) => {
        const from = before?.body ?? body;
        return { body: { ...from, [field]: editedLines(from[field], text) }, seq };
      }),
    takeIn: () => {
      const taken = withNews(body, now);
      setKept(() => ({ body: taken.body, seq }));
      toast.done("Taken in", {
        undo: () => setKept((later) => later && { ...later, body: taken.undo(later.body) }),
      });
    },
  };
}

/** Words that were redacted since leave what was written from them; what their author writes in their place stays. */
function withoutRedacted({ body, seq }: Kept, entries: readonly Entry[]): DraftBody {
  const seqs = redactedSeqs(entries.filter((entry) => entry.seq > seq));
  return redactedDraft(body, { words: [], seqs });
}
