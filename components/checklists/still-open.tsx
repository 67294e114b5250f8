"use client";

import { useServerNow } from "@/components/clock/use-server-now";
import { factsOf } from "@/components/incidents/incident-view";
import { isHere } from "@/components/incidents/people/people.rules";
import { useLastActive } from "@/components/live/last-active";
import { useWaits } from "@/components/live/use-away";
import { useNotLiveSince } from "@/components/offline/use-not-live-since";
import type { RoomDialog } from "@/components/room/room-dialogs";
import type { RoomView } from "@/components/room/use-room-view";
import { Button, ButtonLink } from "@/components/ui/button";
import { can } from "@/lib/auth/policy.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import { GateRows } from "./gate-panel";
import { heldByOthers, nothingWords } from "./nothing-words";
import { stillOpen, stillOpenWords, type StillOpen as Open } from "./still-open.rules";
import { SummaryNext } from "./summary-next";
import { firstTick } from "./step-requests";
import type { StepWrites } from "./use-step-writes";
import type { WordsRequest } from "./words-dialog";

interface StillOpenProps {
  room: RoomView;
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
  onDialog: (dialog: RoomDialog) => void;
  /** Leads to the exit criteria where they are not in sight. */
  onExit: () => void;
}

/** No step is next: what the incident waits for all the same, or what comes after it, and the way there. */
export function StillOpen({ room, writes, ask, onDialog, onExit }: StillOpenProps) {
  const { state, me, names, mayAct } = room;
  const now = useServerNow();
  const leads = state.status !== "declared" && can(me, "incident.move_status", factsOf(state));
  const open = isOpen(state.status) ? stillOpen(state, me.id, leads) : null;
  const words = open && stillOpenWords(open, now, names.person);
  return (
    <>
      <p className="text-ink-2 tabular-nums">{[nothingWords(room), words].filter(Boolean).join(" ")}</p>
      {open && room.mayWalk && <TakeOver room={room} writes={writes} now={now} />}
      {open && leads && <OpenCriteria room={room} ask={ask} />}
      {open && mayAct && <Ways {...{ room, open, leads, onDialog, onExit }} />}
      <SummaryNext room={room} />
    </>
  );
}

/** The rest waits for somebody who is not here: whoever is goes on with what they have. */
function TakeOver({ room, writes, now }: Pick<StillOpenProps, "room" | "writes"> & { now: number }) {
  const waits = useWaits();
  const lastActive = useLastActive();
  // Who is here is not known while nothing is heard.
  const isLive = useNotLiveSince() === null;
  const step = heldByOthers(room);
  const holder = step?.item.assigneeId;
  if (!isLive || !step || !holder || firstTick(step.item) || isHere(lastActive[holder], now)) return null;
  return (
    <p className="mt-2.5 flex flex-wrap items-center gap-2">
      <Button notYet={waits} onClick={() => void writes.assign(step, room.me.id)}>
        Take it over
      </Button>
      <span className="meta">{room.names.person(holder)} is not here.</span>
    </p>
  );
}

/** So many criteria are named; the others stand with all of them. */
const NAMED = 4;

/** What the commander has to see to next: each with the way to decide it. */
function OpenCriteria({ room, ask }: Pick<StillOpenProps, "room" | "ask">) {
  const rows = room.state.criteria.filter((row) => row.gate === "resolved" && row.state === "open");
  if (rows.length === 0) return null;
  return (
    <section aria-label="Open exit criteria" className="-mx-3 mt-1.5">
      <GateRows rows={rows.slice(0, NAMED)} room={room} ask={ask} />
      {rows.length > NAMED && <p className="meta px-4">and {rows.length - NAMED} more</p>}
    </section>
  );
}

interface WaysProps extends Omit<StillOpenProps, "ask" | "writes"> {
  open: Open;
  leads: boolean;
}

function Ways({ room: { state, me }, open, leads, onDialog, onExit }: WaysProps) {
  const posts = open.update && can(me, "update.post", factsOf(state));
  const resolves = leads && open.criteria === 0 && can(me, "incident.resolve", factsOf(state));
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-2 empty:hidden">
      {open.command && (
        <Button variant="primary" icon="swap" kbd="H" onClick={() => onDialog("command")}>
          Command…
        </Button>
      )}
      {resolves && (
        <Button icon="flag" onClick={() => onDialog("resolve")}>
          Resolve…
        </Button>
      )}
      {open.still && (
        <Button kbd="M" onClick={() => onDialog("move")}>
          Move status…
        </Button>
      )}
      {posts && (
        <ButtonLink href={`/incidents/${state.key}/update`} icon="comment" kbd="U">
          Write update {open.update?.number}
        </ButtonLink>
      )}
      {open.criteria > 0 && (
        <Button icon="flag" className="sm:hidden" onClick={onExit}>
          Exit criteria
        </Button>
      )}
    </div>
  );
}
