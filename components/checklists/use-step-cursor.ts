"use client";

import { useMemo, useState } from "react";
import type { RoomView } from "@/components/room/use-room-view";
import { rankNext, type NextStep } from "@/lib/room/next-for-you.rules";
import { isEnded } from "@/lib/checklists/step.rules";
import type { StepView } from "./view.rules";

export interface StepCursor {
  /** The step in "Next for you": the one chosen, or the best ranked. */
  step: StepView | null;
  /** Why, when the ranking chose it. */
  reason: NextStep["reason"] | null;
  then: StepView | null;
  /** How many steps the ranking offers this person. */
  count: number;
  select: (itemId: string) => void;
  /** Moves by `by` steps in the order of the checklists. */
  move: (by: 1 | -1) => void;
}

/** Which step keys act on: chosen with J, K or a click; otherwise what the ranking puts first. */
export function useStepCursor({ checklists, me }: RoomView): StepCursor {
  const [chosen, setChosen] = useState<{ id: string; wasOver: boolean } | null>(null);
  const all = useMemo(() => checklists.flatMap((view) => view.steps), [checklists]);
  const ranked = useMemo(
    () =>
      rankNext(
        checklists.flatMap((view) =>
          view.steps.map(({ item }) => ({ item, satisfied: view.isOptions && view.done > 0 })),
        ),
        me.id,
      ),
    [checklists, me.id],
  );
  const byId = (id: string | undefined) => all.find(({ item }) => item.id === id) ?? null;
  const choice = byId(chosen?.id);
  const isOver = choice !== null && isEnded(choice.item.state);
  // A chosen step gives way to the next one once it is over; one that was over already is there to be looked at again.
  const holds = choice !== null && (!isOver || chosen?.wasOver === true);
  if (chosen?.wasOver && choice && !isOver) setChosen({ id: chosen.id, wasOver: false });
  const first = ranked[0];
  const step = holds ? choice : byId(first?.itemId);
  const after = ranked.find(({ itemId }) => itemId !== step?.item.id);
  const select = (id: string) => setChosen({ id, wasOver: isEnded(byId(id)?.item.state ?? "todo") });
  return {
    step,
    reason: holds
      ? (ranked.find(({ itemId }) => itemId === chosen?.id)?.reason ?? null)
      : (first?.reason ?? null),
    then: byId(after?.itemId),
    count: ranked.length,
    select,
    move: (by) => {
      const open = all.filter(({ item }) => !isEnded(item.state));
      const index = open.findIndex(({ item }) => item.id === step?.item.id);
      const next = open[index < 0 ? 0 : Math.min(Math.max(index + by, 0), open.length - 1)];
      if (next) select(next.item.id);
    },
  };
}
