"use client";

import { useRouter } from "next/navigation";
import { useMemo, type RefObject } from "react";
import { useCommands } from "@/components/shell/commands";
import { useKeys, type KeyBinding } from "@/components/shell/keys";
import type { CommandBlockHandle } from "@/components/ui/command-block";
import type { MenuItem } from "@/components/ui/menu-items";
import { answerKeys, optionKeys, otherBranch } from "@/components/checklists/answer-keys";
import { moveOrAsk, remarkFor, tickOf } from "@/components/checklists/step-requests";
import type { Press } from "@/components/checklists/use-ready";
import type { StepCursor } from "@/components/checklists/use-step-cursor";
import type { StepWrites } from "@/components/checklists/use-step-writes";
import type { WordsRequest } from "@/components/checklists/words-dialog";
import { commandLabel } from "@/components/incidents/command/command-view.rules";
import { I_HAVE_COMMAND, useAcknowledge } from "@/components/incidents/command/use-acknowledge";
import { factsOf } from "@/components/incidents/incident-view";
import { can } from "@/lib/auth/policy.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import { movesOf } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import type { RoomDialog } from "./room-dialogs";
import type { RoomView } from "./use-room-view";

interface RoomKeysInput {
  room: RoomView;
  cursor: StepCursor;
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
  open: (dialog: RoomDialog) => void;
  commandRef: RefObject<CommandBlockHandle | null>;
  onNote: () => void;
  /** What can be done about the incident as a whole. */
  menu: readonly MenuItem[];
}

/** The keys of a room (design.md, "Interaction"); the palette offers the same. */
export function useRoomKeys(input: RoomKeysInput): void {
  const { room, cursor, writes, ask, open, commandRef, onNote, menu } = input;
  const router = useRouter();
  const { key, status, commanderId, offer } = room.state;
  const { mayAct, mayWalk } = room;
  const bindings = useMemo<KeyBinding[]>(() => {
    // A step that somebody else has ended must not be unticked by the key that would have ticked it.
    const step = cursor.isOver ? null : cursor.step;
    const go = (to: StepState, press: Press) => {
      if (step && cursor.isReady(press) && movesOf(step.item).includes(to))
        moveOrAsk(step, to, { writes, ask });
    };
    const off = !mayAct;
    const other = otherBranch(room.checklists, cursor.step);
    const incident = { group: key, off, palette: true };
    const running = { ...incident, off: off || !isOpen(status) };
    const steps = { group: "Steps", off: !mayWalk || !step };
    return [
      {
        ...incident,
        keys: "u",
        label: "Write the next update",
        words: "post status update publish tell",
        run: () => router.push(`/incidents/${key}/update`),
      },
      {
        ...running,
        keys: "h",
        label: commandLabel({ status, commanderId, offer }, room.me.id),
        words: "hand over offer give accept answer take command commander",
        run: () => open("command"),
      },
      {
        ...running,
        keys: "m",
        label: "Move status",
        words: "change investigating mitigating mitigated monitoring resolved",
        run: () => open("move"),
      },
      {
        keys: "j",
        label: "Next step",
        group: "Steps",
        run: () => (cursor.isOver ? cursor.goOn() : cursor.move(1)),
      },
      { keys: "k", label: "Step before", group: "Steps", run: () => cursor.move(-1) },
      {
        ...steps,
        keys: "t",
        label: "Tick, again to untick",
        run: (press) => step && !step.decision && go(tickOf(step, room.me.id).to, press),
      },
      ...(step ? answerKeys(step, writes, cursor.isReady) : []).map((binding) => ({ ...steps, ...binding })),
      ...optionKeys(cursor).map((binding) => ({ group: steps.group, ...binding })),
      {
        ...steps,
        keys: "b",
        label: "Other branch",
        off: !mayWalk || !other,
        run: (press) => other && cursor.isReady(press) && void writes.answer(other.step, other.answer),
      },
      { ...steps, keys: "c", label: "Copy the command", run: () => commandRef.current?.copy() },
      { ...steps, keys: "s", label: "Skip", run: (press) => go("skipped", press) },
      { ...steps, keys: "x", label: "Failed", run: (press) => go("failed", press) },
      {
        keys: "n",
        label: "Note",
        group: "Steps",
        off,
        run: () =>
          mayWalk && step?.item.state === "in_progress" ? ask(remarkFor(step, "comment", writes)) : onNote(),
      },
    ];
  }, [
    ask,
    commandRef,
    commanderId,
    cursor,
    key,
    mayAct,
    mayWalk,
    offer,
    onNote,
    open,
    room.checklists,
    room.me.id,
    router,
    status,
    writes,
  ]);
  useKeys("room", bindings);

  const { acknowledge } = useAcknowledge(room);
  const isUnclaimed = status === "declared" && can(room.me, "command.acknowledge", factsOf(room.state));
  const commands = useMemo(() => {
    const claim = { id: "acknowledge", label: I_HAVE_COMMAND, words: "acknowledge take", run: acknowledge };
    return [
      {
        heading: `In ${key}`,
        commands: [
          ...(isUnclaimed ? [claim] : []),
          ...menu.flatMap((item) =>
            "label" in item && !("checked" in item)
              ? [
                  {
                    ...{ id: item.label, label: item.label, words: item.words, icon: item.icon },
                    ...{ href: item.href, run: item.onSelect },
                  },
                ]
              : [],
          ),
        ],
      },
    ];
  }, [acknowledge, isUnclaimed, key, menu]);
  useCommands("room", commands);
}
