"use client";

import { useEffect, useState } from "react";
import { useLiveMessages } from "@/components/live/use-live";
import type { RoomView } from "@/components/room/use-room-view";
import { toast } from "@/components/ui/toast";
import { useStore } from "@/components/ui/store";
import type { DraftBody, DraftItem, UpdateField } from "@/lib/updates/draft-body.rules";
import type { DraftDto } from "@/lib/updates/dto";
import { newsSince, withNews } from "@/lib/updates/draft-lines.rules";
import { citedIn, editedLines, withLine } from "@/lib/updates/lines.rules";
import { DraftKeeper, type Work } from "./draft-keeper";
import { choiceOf, chosenMinutes, type NextChoice } from "./next-update.rules";
import { useDraft } from "./use-draft";

/** The next update while it is written, and what can be done with it. */
export interface Composer {
  work: Work;
  keeper: DraftKeeper;
  /** What the timeline alone would give now. */
  draft: DraftDto;
  /** What happened and no line cites, newest first. */
  leftOut: readonly DraftItem[];
  /** What happened since the draft was made, and it would begin with; oldest first. */
  news: readonly DraftItem[];
  choice: NextChoice;
  edit: (field: UpdateField, text: string) => void;
  add: (item: DraftItem) => void;
  nothingBlocks: () => void;
  draftAgain: () => void;
  /** Puts the news at the ends of the parts. */
  takeIn: () => void;
  choose: (choice: NextChoice, now: number) => void;
}

/** @param first the draft that the page was rendered with */
export function useComposer({ state }: Pick<RoomView, "state">, first: DraftDto): Composer {
  const [keeper] = useState(() => new DraftKeeper(state.key, first));
  const work = useStore(keeper.work);
  const draft = useDraft(state.key, state.seq, { first }) ?? first;
  useLiveMessages((message) => {
    if (message.type === "entries" && message.incidentId === state.id) keeper.redact(message.entries);
  });
  useEffect(() => keeper.heard(draft), [keeper, draft]);
  const { nextMinutes } = work.body;
  const [chosen, setChosen] = useState<{ choice: NextChoice; minutes: number | null } | null>(null);
  // Words that were saved elsewhere bring their own.
  const choice = chosen?.minutes === nextMinutes ? chosen.choice : choiceOf(nextMinutes);
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
    leftOut: draft.items.filter(({ seq }) => !cited.has(seq)).toReversed(),
    news: newsSince(work.body, draft.items),
    edit: (field, text) => keeper.change((body) => ({ ...body, [field]: editedLines(body[field], text) })),
    add: ({ field, text, seqs }) =>
      keeper.change((body) => ({ ...body, [field]: withLine(body[field], { text, seqs }) })),
    nothingBlocks: () =>
      replace(keeper, "Blockers: none", (body) => ({ ...body, blockers: [{ text: "None.", seqs: [] }] })),
    draftAgain: () =>
      replace(keeper, "Drafted again", ({ nextMinutes }) => ({ ...draft.fresh, nextMinutes })),
    takeIn: () => {
      const { body, undo } = withNews(keeper.work.get().body, draft);
      keeper.change(() => body);
      toast.done("Taken in", { undo: () => keeper.change(undo) });
    },
    choose: (next, now) => {
      const minutes = chosenMinutes(next, now);
      setChosen({ choice: next, minutes });
      keeper.change((body) => ({ ...body, nextMinutes: minutes }));
    },
  };
}

/** Puts other words in the place of the author's, who can have them back. */
function replace(keeper: DraftKeeper, what: string, change: (body: DraftBody) => DraftBody): void {
  const { body } = keeper.work.get();
  keeper.change(change);
  toast.done(what, { undo: () => keeper.change(() => body) });
}
