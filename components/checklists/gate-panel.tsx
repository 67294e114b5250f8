"use client";

import { Button } from "@/components/ui/button";
import { GateRow } from "@/components/ui/gate-row";
import { PanelHead } from "@/components/ui/panel";
import { ApiError, apiWrite, messageOf } from "@/components/api/fetch";
import { toast } from "@/components/ui/toast";
import type { RoomView } from "@/components/room/use-room-view";
import { gateCount, gateNow } from "@/components/incidents/gate-words.rules";
import { factsOf } from "@/components/incidents/incident-view";
import { can } from "@/lib/auth/policy.rules";
import type { Written } from "@/lib/incidents/dto";
import { formatTime } from "@/lib/kernel/clock-times";
import type { CriterionStateRow } from "@/lib/timeline/fold/state";
import type { WordsRequest } from "./words-dialog";

interface GatePanelProps {
  room: RoomView;
  ask: (request: WordsRequest) => void;
}

/** What stands between now and "resolved", or "closed": each criterion open, met or waived. */
export function GatePanel({ room, ask }: GatePanelProps) {
  const { criteria, status } = room.state;
  const gate = gateNow(status);
  const sorted = criteria.toSorted((a, b) => Number(a.state !== "open") - Number(b.state !== "open"));
  const own = sorted.filter((row) => row.gate === gate);
  const others = sorted.filter((row) => row.gate !== gate);
  return (
    <section aria-label="Exit criteria" className="pb-2">
      <PanelHead
        title={`Blocks “${gate}”`}
        count={criteria.some((row) => row.gate === gate) ? gateCount(criteria, gate) : undefined}
      >
        {mayAdd(room) && (
          <Button size="sm" variant="quiet" icon="plus" onClick={() => ask(newCriterion(room))}>
            Add
          </Button>
        )}
      </PanelHead>
      {criteria.length === 0 ? (
        <p className="meta px-4 pb-1">
          No exit criteria. A runbook brings its own; the commander can add some.
        </p>
      ) : (
        <>
          <GateRows rows={own} room={room} ask={ask} />
          {gate === "closed" && others.length > 0 && (
            <p className="meta px-4 pt-1.5 pb-0.5">Blocked “resolved”</p>
          )}
          <GateRows rows={others} room={room} ask={ask} />
        </>
      )}
    </section>
  );
}

/** Criteria, each with what can be decided about it. */
export function GateRows({ rows, room, ask }: GatePanelProps & { rows: readonly CriterionStateRow[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <GateRow
          key={row.id}
          state={row.state}
          text={row.text.value ?? "[redacted]"}
          note={hasNote(row, room) && <GateNote {...{ row, room, ask }} />}
          when={
            row.decidedAt && row.state !== "open"
              ? formatTime(Date.parse(row.decidedAt), room.timeZone)
              : undefined
          }
          action={<GateAction {...{ row, room, ask }} />}
        />
      ))}
    </ul>
  );
}

function GateAction({ row, room, ask }: GatePanelProps & { row: CriterionStateRow }) {
  if (!room.mayWalk || row.state !== "open") return null;
  if (row.bySignOff) return <WaiveButton {...{ row, room, ask }} />;
  return (
    <Button size="sm" onClick={() => ask(meet(row, room))}>
      Met…
    </Button>
  );
}

function WaiveButton({ row, room, ask }: GatePanelProps & { row: CriterionStateRow }) {
  if (!room.mayWalk || !can(room.me, "criterion.waive", factsOf(room.state))) return null;
  return (
    <Button size="sm" variant="quiet" onClick={() => ask(waive(row, room))}>
      Waive…
    </Button>
  );
}

/** Below a criterion: what is known, and the rarer way out. */
function GateNote({ row, room, ask }: GatePanelProps & { row: CriterionStateRow }) {
  const words = noteOf(row, room);
  const mayWaive =
    row.state === "open" && !row.bySignOff && can(room.me, "criterion.waive", factsOf(room.state));
  if (row.state !== "open" && room.mayWalk) {
    return (
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1">{words}</span>
        <Button size="sm" variant="quiet" className="-my-0.5" onClick={() => ask(reopen(row, room))}>
          Reopen
        </Button>
      </span>
    );
  }
  if (!mayWaive) return words;
  return (
    <span className="-ml-2 flex items-center gap-2">
      <WaiveButton {...{ row, room, ask }} />
      {words}
    </span>
  );
}

function noteOf(row: CriterionStateRow, { names, me }: RoomView): string | undefined {
  const by = row.decidedById === me.id ? "you" : row.decidedById && names.person(row.decidedById);
  if (row.state === "waived") return `by ${by}: ${row.reason?.value ?? "[redacted]"}`;
  if (row.state === "met")
    return [by && `by ${by}`, row.reason?.value].filter(Boolean).join(": ") || undefined;
  return row.bySignOff ? "Blocks “closed”. Met when the summary is signed off" : undefined;
}

function hasNote(row: CriterionStateRow, room: RoomView): boolean {
  return row.state === "open" || room.mayWalk || noteOf(row, room) !== undefined;
}

const meet = (row: CriterionStateRow, room: RoomView): WordsRequest => ({
  about: row.id,
  title: "Exit criterion met",
  label: row.text.value ?? "",
  hint: "How do you know? A number or a link helps the review. You may leave it empty.",
  confirm: "It is met",
  optional: true,
  run: (note) => setState(row, "met", note, room),
});

const waive = (row: CriterionStateRow, room: RoomView): WordsRequest => ({
  about: row.id,
  title: "Waive an exit criterion",
  label: `Why can “${row.text.value ?? ""}” be waived?`,
  hint: "The reason is in the summary and the review.",
  confirm: "Waive it",
  run: (note) => setState(row, "waived", note, room),
});

const reopen = (row: CriterionStateRow, room: RoomView): WordsRequest => ({
  about: row.id,
  title: "Open it again",
  label: `Why does “${row.text.value ?? ""}” not hold?`,
  confirm: "Open it again",
  optional: true,
  run: (note) => setState(row, "open", note, room),
});

const newCriterion = (room: RoomView): WordsRequest => ({
  about: room.state.id,
  title: "Add an exit criterion",
  label: "What must hold before “resolved”?",
  confirm: "Add it",
  run: (text) =>
    send(() => apiWrite<Written>("POST", `/incidents/${room.state.key}/criteria`, { text }), room),
});

function setState(row: CriterionStateRow, state: CriterionStateRow["state"], note: string, room: RoomView) {
  const body = { state, expected: row.state, note: note || null };
  return send(() => apiWrite<Written>("PUT", `/criteria/${row.id}/state`, body), room);
}

async function send(write: () => Promise<Written>, room: RoomView): Promise<boolean> {
  try {
    room.apply((await write()).entries);
    return true;
  } catch (error) {
    toast.failed(error instanceof ApiError ? error.detail : messageOf(error));
    return false;
  }
}

function mayAdd(room: RoomView): boolean {
  return (
    can(room.me, "criterion.add", factsOf(room.state)) &&
    !["resolved", "closed", "cancelled"].includes(room.state.status)
  );
}
