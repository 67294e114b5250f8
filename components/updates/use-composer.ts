"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { apiGet } from "@/components/api/fetch";
import { useLiveMessages } from "@/components/live/use-live";
import type { RoomView } from "@/components/room/use-room-view";
import { toast } from "@/components/ui/toast";
import { useStore } from "@/components/ui/store";
import type { DraftBody, DraftItem, UpdateField } from "@/lib/updates/draft-body.rules";
import type { DraftDto } from "@/lib/updates/dto";
import { citedIn, editedLines, withLine } from "@/lib/updates/lines.rules";
import { DraftKeeper, type Work } from "./draft-keeper";
import { choiceOf, chosenMinutes, type NextChoice } from "./next-update.rules";
import { updateKeys } from "./query-keys";

/** The next update while it is written, and what can be done with it. */
export interface Composer {
  work: Work;
  keeper: DraftKeeper;
  /** What the timeline alone would give now. */
  draft: DraftDto;
  /** What happened and no line cites. */
  leftOut: readonly DraftItem[];
  choice: NextChoice;
  edit: (field: UpdateField, text: string) => void;
  add: (item: DraftItem) => void;
  nothingBlocks: () => void;
  draftAgain: () => void;
  choose: (choice: NextChoice, now: number) => void;
}

/** @param first the draft that the page was rendered with */
export function useComposer({ state }: Pick<RoomView, "state">, first: DraftDto): Composer {
  const [keeper] = useState(() => new DraftKeeper(state.key, first));
  const work = useStore(keeper.work);
  const draft = useDraft(state.key, state.seq, first);
  useLiveMessages((message) => {
    if (message.type === "entries" && message.incidentId === state.id) keeper.redact(message.entries);
  });
  const [choice, setChoice] = useState(() => choiceOf(work.body.nextMinutes));
  useEffect(() => {
    keeper.restore();
    const flush = () => keeper.flush();
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, [keeper]);
  const cited = new Set(citedIn(work.body));
  return {
    ...{ work, keeper, draft, choice },
    leftOut: draft.items.filter(({ seq }) => !cited.has(seq)),
    edit: (field, text) => keeper.change((body) => ({ ...body, [field]: editedLines(body[field], text) })),
    add: ({ field, text, seqs }) =>
      keeper.change((body) => ({ ...body, [field]: withLine(body[field], { text, seqs }) })),
    nothingBlocks: () =>
      replace(keeper, "Blockers: none", (body) => ({ ...body, blockers: [{ text: "None.", seqs: [] }] })),
    draftAgain: () =>
      replace(keeper, "Drafted again", ({ nextMinutes }) => ({ ...draft.fresh, nextMinutes })),
    choose: (next, now) => {
      setChoice(next);
      const nextMinutes = chosenMinutes(next, now);
      keeper.change((body) => ({ ...body, nextMinutes }));
    },
  };
}

/** Puts other words in the place of the author's, who can have them back. */
function replace(keeper: DraftKeeper, what: string, change: (body: DraftBody) => DraftBody): void {
  const { body } = keeper.work.get();
  keeper.change(change);
  toast.done(what, { undo: () => keeper.change(() => body) });
}

/** Follows the timeline: with each entry there may be more to say. What is being written stays as it is. */
function useDraft(key: string, seq: number, first: DraftDto): DraftDto {
  const { data } = useQuery({
    queryKey: updateKeys.draft(key, seq),
    queryFn: ({ signal }) => apiGet<DraftDto>(`/incidents/${key}/update-draft`, { signal }),
    initialData: seq === first.seq ? first : undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // None comes again, and its words may be redacted.
    gcTime: 0,
  });
  return data ?? first;
}
