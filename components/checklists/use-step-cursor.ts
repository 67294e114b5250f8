"use client";

import { useMemo, useState } from "react";
import { useServerNow } from "@/components/clock/use-server-now";
import { orderOfOffers } from "@/components/incidents/people/people.rules";
import type { RoomView } from "@/components/room/use-room-view";
import { rankNext, type NextStep } from "@/lib/room/next-for-you.rules";
import { isEnded } from "@/lib/checklists/step.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import { holdOn, HOLDS_NOTHING, isOverNow } from "./hold.rules";
import type { StepView } from "./view.rules";

export interface StepCursor {
  /** The step in "Next for you": the one chosen, or the best ranked when this person last did something. */
  step: StepView | null;
  /** Why, when the ranking chose it. */
  reason: NextStep["reason"] | null;
  /** It stays in sight, but there is nothing left to do: it is over, or somebody else has it. */
  isOver: boolean;
  then: StepView | null;
  select: (itemId: string) => void;
  /** Moves by `by` steps in the order of the checklists. */
  move: (by: 1 | -1) => void;
  /** On to what is best ranked now. */
  goOn: () => void;
  /** Leaves a failed step as it is: it is not offered again on this screen. */
  leave: () => void;
}

/** Which step keys act on: chosen with J, K or a click; otherwise what the ranking put first. */
export function useStepCursor(room: RoomView): StepCursor {
  const { checklists, me } = room;
  const [known, setHeld] = useState(HOLDS_NOTHING);
  const [left, setLeft] = useState<readonly string[]>([]);
  const all = useMemo(() => checklists.flatMap((view) => view.steps), [checklists]);
  const ranked = useRanked(room, left);
  const byId = (id: string | null | undefined) => all.find(({ item }) => item.id === id) ?? null;
  const first = ranked[0]?.itemId ?? null;
  const held = holdOn(known, { items: all.map(({ item }) => item), first, me: me.id });
  if (held !== known) setHeld(held);

  const step = held.chosen !== null || isOpen(room.state.status) ? byId(held.itemId) : null;
  const rank = ranked.find(({ itemId }) => itemId === held.itemId);
  const after = ranked.find(({ itemId }) => itemId !== held.itemId);
  const isOver = step !== null && isOverNow(held, step.item.state, rank !== undefined);
  const choose = (itemId: string) => {
    const chosen = byId(itemId)?.item.state ?? null;
    setHeld((now) => ({ ...now, itemId, chosen }));
  };
  const goOn = () => {
    const itemId = first === held.itemId ? (after?.itemId ?? null) : first;
    setHeld((now) => ({ ...now, itemId, chosen: null }));
  };
  return {
    ...{ step, isOver, goOn, reason: rank?.reason ?? null, then: byId(after?.itemId) },
    select: choose,
    move: (by) => {
      const open = all.filter(({ item }) => !isEnded(item.state) || item.id === step?.item.id);
      const index = open.findIndex(({ item }) => item.id === step?.item.id);
      const next = open[index < 0 ? 0 : Math.min(Math.max(index + by, 0), open.length - 1)];
      if (next) choose(next.item.id);
    },
    leave: () => {
      if (step) setLeft((before) => [...before, step.item.id]);
      goOn();
    },
  };
}

function useRanked({ checklists, state, presence, me }: RoomView, left: readonly string[]): NextStep[] {
  const now = useServerNow({ step: 10_000 });
  const { participants, commanderId, status } = state;
  return useMemo(() => {
    if (!isOpen(status)) return [];
    const candidates = checklists.flatMap((view) =>
      view.steps.map(({ item, satisfied }) => ({ item, satisfied })),
    );
    const here = orderOfOffers(participants, { commanderId, presence, me: me.id, now });
    return rankNext(candidates, me.id, here).filter(
      ({ itemId, reason }) => reason.kind !== "yours_failed" || !left.includes(itemId),
    );
  }, [checklists, participants, commanderId, status, presence, me.id, now, left]);
}
