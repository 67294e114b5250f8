"use client";

import { useMemo } from "react";
import { useDirectory, type Directory } from "@/components/api/directory";
import { useMe, type Me } from "@/components/api/me";
import { useWrittenSteps } from "@/components/checklists/written-steps";
import { usePinnedRunbooks, type PinnedRunbooks } from "@/components/checklists/use-pinned";
import { inOrder } from "@/components/checklists/groups.rules";
import { viewChecklist, type ChecklistView } from "@/components/checklists/view.rules";
import { withWaits } from "@/components/checklists/walk.rules";
import { useTimeZone } from "@/components/clock/use-server-now";
import { withOverlay, useOverlay } from "@/components/checklists/overlay";
import type { KeptAct } from "@/components/offline/kept-act";
import { useKept } from "@/components/offline/kept-store";
import { withKept } from "@/components/offline/show-kept.rules";
import type { LastActive } from "@/components/live/last-active";
import { useRoom } from "@/components/live/use-room";
import { filledIn, type Filled } from "@/lib/checklists/gaps.rules";
import { decideWalk } from "@/lib/incidents/status.rules";
import { fromJson, type Json } from "@/lib/kernel/json";
import type { RoomDto } from "@/lib/room/dto";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import { titleOf } from "@/lib/runbooks/parse/step-words.rules";
import { createNames } from "@/lib/timeline/describe/create-names";
import type { Names } from "@/lib/timeline/describe";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentState } from "@/lib/timeline/fold/state";

/** What a page of a room was rendered with. */
export type FirstRoom = Json<{ initial: RoomDto; pinned: readonly PinnedRunbookDto[] }>;

/** Everything that the panels of a room show, in one value. */
export interface RoomView {
  state: IncidentState;
  entries: readonly Entry[];
  /** Older ones that are pinned, with those that pin and correct them. */
  olderPins: readonly Entry[];
  me: Me;
  /** Everybody who has an account. */
  people: Directory["people"];
  /** May do more than look. */
  mayAct: boolean;
  /** May walk checklists and decide exit criteria: while it is neither closed nor cancelled. */
  mayWalk: boolean;
  names: Names;
  timeZone: string;
  pinned: PinnedRunbooks;
  checklists: readonly ChecklistView[];
  /** What stands in the gaps of its steps. */
  filled: Filled;
  /** What this person did here that the console does not have yet; the state shows it. */
  kept: readonly KeptAct[];
  /** Moves the room on by what a write answered. */
  apply: (entries: readonly Entry[]) => void;
}

/** A live room with its words; the same object until something in it changes. And when each person was last active. */
export function useRoomView(key: string, first: FirstRoom): { room: RoomView; lastActive: LastActive } {
  const { initial, pinned: initialPinned } = useMemo(() => fromJson(first), [first]);
  const me = useMe();
  const timeZone = useTimeZone();
  const directory = useDirectory();
  const { state: real, entries, olderPins, presence, incidentKeys, apply } = useRoom(key, initial);
  const overlay = useOverlay();
  const kept = useKept(real.id);
  const state = useMemo(() => withOverlay(withKept(real, kept), overlay), [real, kept, overlay]);
  const pinned = usePinnedRunbooks(state.checklists, initialPinned);
  const { checklists, criteria, placeholders } = real;
  const names = useMemo(
    () =>
      createNames({
        me: me.id,
        timeZone,
        people: directory.people,
        machines: directory.machines,
        services: directory.services,
        environments: directory.environments,
        form: "short",
        state: { checklists, criteria, placeholders },
        stepTitle: (versionId, stepKey) => {
          const step = pinned.step(versionId, stepKey);
          return step && titleOf(step);
        },
        sectionTitle: (runbookVersionId, sectionKey) =>
          pinned.section({ runbookVersionId, sectionKey })?.title,
        runbookTitle: (id) => pinned.runbook(id)?.title,
        incidentKey: (id) => incidentKeys[id],
      }),
    [me.id, timeZone, directory, checklists, criteria, placeholders, pinned, incidentKeys],
  );
  const filled = useMemo(() => filledIn(state.placeholders), [state.placeholders]);
  const written = useWrittenSteps(
    state.checklists.some(({ items }) => items.some(({ title }) => title !== null)),
  );
  const views = useMemo(
    () =>
      withWaits(
        inOrder(
          state.checklists.map((list) => viewChecklist(list, { ...pinned, written }, filled)),
          pinned,
        ),
        pinned,
        filled,
      ),
    [state.checklists, pinned, written, filled],
  );
  const mayAct = me.accessRole !== "viewer";
  const mayWalk = mayAct && decideWalk(state.status).ok;
  const { people } = directory;
  const room = useMemo(
    () => ({
      ...{ state, entries, olderPins, me, people, mayAct, mayWalk, kept, apply },
      ...{ names, timeZone, pinned, checklists: views, filled },
    }),
    [
      state,
      entries,
      olderPins,
      me,
      people,
      mayAct,
      mayWalk,
      kept,
      apply,
      names,
      timeZone,
      pinned,
      views,
      filled,
    ],
  );
  return { room, lastActive: presence };
}
