"use client";

import { useCallback, useMemo, useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { useServerNow } from "@/components/clock/use-server-now";
import { useLastActive } from "@/components/live/last-active";
import { orderOfOffers } from "@/components/incidents/people/people.rules";
import type { RoomView } from "@/components/room/use-room-view";
import { isOffer, isOpenTo, rankNext, type NextStep } from "@/lib/room/next-for-you.rules";
import { isEnded } from "@/lib/checklists/step.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import { waitsFor } from "@/lib/room/turns.rules";
import { choiceOf, type Choice } from "./choice.rules";
import { holdOn, HOLDS_NOTHING, isOverNow } from "./hold.rules";
import { tickOf } from "./step-requests";
import { useReady, type Ready } from "./use-ready";
import { asIfDone, walkOf } from "./walk.rules";
import type { StepView } from "./view.rules";

export interface StepCursor extends Ready {
  /**
   * The step in "Next for you": the one chosen, or the best ranked when this person last did something. Null while
   * that is one of several ways, and nobody has picked one: no key may tick it.
   */
  step: StepView | null;
  /** The alternatives that it is one of. */
  choice: Choice | null;
  /** Why it is theirs, or why the ranking chose it. */
  reason: NextStep["reason"] | null;
  /** It was chosen by hand. */
  isChosen: boolean;
  /** The open step that comes before it: it has not had its turn. */
  before: StepView | null;
  /** It stays in sight, but there is nothing left to do: it is over, or somebody else has it. */
  isOver: boolean;
  /** What comes once it is done; where `goOn` leads when it is over. */
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
  const isGone = useGone(room);
  const walk = useMemo(() => walkOf(checklists, room.pinned, isGone), [checklists, room.pinned, isGone]);
  const here = useHere(room).filter((id) => !isGone(id));
  const running = isOpen(room.state.status);
  const rank = (of: typeof walk) =>
    running
      ? rankNext(of, me.id, here).filter(
          ({ itemId, reason }) => reason.kind !== "yours_failed" || !left.includes(itemId),
        )
      : [];
  const ranked = rank(walk);
  const byId = (id: string | null | undefined) => all.find(({ item }) => item.id === id) ?? null;
  const first = ranked[0]?.itemId ?? null;
  const guided = new Set(all.flatMap(({ step, item }) => (step?.ifFails ? [item.id] : [])));
  const mine = holdOn(known, { items: all.map(({ item }) => item), first, me: me.id, guided });
  // Who only watches presses nothing on the card: it follows what is next.
  const follows = !room.mayAct && mine.chosen === null && mine.itemId !== first;
  const held = follows ? { ...mine, itemId: first } : mine;
  if (held !== known) setHeld(held);

  const isChosen = held.chosen !== null;
  const at = isChosen || running ? byId(held.itemId) : null;
  const found = ranked.find(({ itemId }) => itemId === held.itemId);
  const after = ranked.find(({ itemId }) => itemId !== held.itemId);
  const isOver = at !== null && isOverNow(held, at.item.state, isOpenTo(walk, at.item.id, me.id));
  const choice = at && !isOver ? choiceOf(at, all, isChosen) : null;
  const isOpenChoice = choice !== null && !choice.isPicked;
  const press = at ? `${at.item.id} ${isOver ? "over" : tickOf(at, me.id).label}` : "";
  const ready = useReady(press, isChosen && held.chosen === at?.item.state);
  const waits = new Map(walk.flatMap((section) => [...waitsFor(section)]));
  const then = () => {
    if (isOver || !at) return after?.itemId;
    // What follows a question hangs on its answer, and the answers say where they lead.
    return at.decision ? null : rank(asIfDone(walk, at.item.id, me.id))[0]?.itemId;
  };
  const choose = useCallback(
    (itemId: string) => {
      const chosen = all.find(({ item }) => item.id === itemId)?.item.state ?? null;
      setHeld((now) => ({ ...now, itemId, chosen }));
    },
    [all],
  );
  const goOn = () => {
    const itemId = first === held.itemId ? (after?.itemId ?? null) : first;
    setHeld((now) => ({ ...now, itemId, chosen: null }));
  };
  const next = byId(then());
  // Of a question that comes next, its own words are said, not its first answer: that would read as if it were given.
  const asked = next && choiceOf(next, all, false)?.question;
  return {
    ...{ step: isOpenChoice ? null : at, choice, isOver, isChosen, goOn, ...ready },
    then: asked ? { ...next, title: asked } : next,
    reason: found && !(isChosen && isOffer(found)) ? found.reason : null,
    before: byId(waits.get(held.itemId ?? "")),
    select: choose,
    move: (by) => {
      // From an open choice the first move picks the alternative that is offered.
      if (at && isOpenChoice && by === 1) return choose(at.item.id);
      const open = all.filter(({ item }) => !isEnded(item.state) || item.id === at?.item.id);
      const index = open.findIndex(({ item }) => item.id === at?.item.id);
      const next = open[index < 0 ? 0 : Math.min(Math.max(index + by, 0), open.length - 1)];
      if (next) choose(next.item.id);
    },
    leave: () => {
      if (at) setLeft((before) => [...before, at.item.id]);
      goOn();
    },
  };
}

/** Who has left, or whose account is closed. */
function useGone({ state: { participants } }: RoomView): (personId: string | null) => boolean {
  const { person } = useDirectory();
  return useMemo(() => {
    const left = new Set(participants.flatMap(({ leftAt, personId }) => (leftAt ? [personId] : [])));
    return (id) => id !== null && (left.has(id) || person(id)?.deactivated === true);
  }, [participants, person]);
}

/** Who takes part and is here, in the order of offers. */
function useHere({ state, me }: RoomView): string[] {
  const presence = useLastActive();
  const now = useServerNow({ step: 10_000 });
  const { participants, commanderId } = state;
  return useMemo(
    () => orderOfOffers(participants, { commanderId, presence, me: me.id, now }),
    [participants, commanderId, presence, me.id, now],
  );
}
