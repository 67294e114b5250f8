"use client";

import { useState } from "react";
import { serverNow } from "@/components/clock/server-time";
import type { RoomView } from "@/components/room/use-room-view";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import { formatTime } from "@/lib/kernel/clock-times";
import { doOrKeep } from "./do-or-keep";
import { dropKept } from "./kept";
import type { KeptAct } from "./kept-act";

/** What waits in this browser, newest first: it stands above the timeline, where it will come. */
export function KeptActs({ room }: { room: RoomView }) {
  const waiting = room.kept.filter(({ refusal }) => refusal === null).toReversed();
  return (
    // However long it was: the timeline and the note field below stay in view.
    <ul
      tabIndex={0}
      aria-label="Kept on this device, not sent yet"
      className="border-line max-h-[30dvh] flex-none overflow-y-auto border-b py-1"
    >
      {waiting.map(({ id, at, said, words }) => (
        <li
          key={id}
          className="text-ink-2 grid grid-cols-[36px_minmax(0,1fr)_auto] gap-x-1.5 py-1 pr-3.5 pl-4"
        >
          <time dateTime={new Date(at).toISOString()} className="text-ink-3 text-xs/4.5 tabular-nums">
            {formatTime(at, room.timeZone)}
          </time>
          <span className="min-w-0 break-words">
            <span className="text-ink">{said}</span>
            {words && <span className="line-clamp-3 whitespace-pre-line">{words}</span>}
          </span>
          <Tag tone="warn" icon="clock">
            kept
          </Tag>
        </li>
      ))}
    </ul>
  );
}

/** What was kept and then refused, one after the other: why, and a way to keep what was typed. */
export function RefusedAct({ room }: { room: RoomView }) {
  const refused = room.kept.filter(({ refusal }) => refusal !== null);
  const [act] = refused;
  if (!act) return null;
  return <Refused key={act.id} act={act} more={refused.length - 1} room={room} />;
}

function Refused({ act, more, room }: { act: KeptAct; more: number; room: RoomView }) {
  const [busy, setBusy] = useState(false);

  async function add() {
    setBusy(true);
    await asNote(act, room);
    setBusy(false);
  }

  return (
    <Banner
      icon="swap"
      className="m-2"
      title={`Not taken: ${act.said}.`}
      action={
        <span className="flex flex-wrap justify-end gap-1.5">
          <Button size="sm" busy={busy} onClick={() => void add()}>
            Add as a note
          </Button>
          <Button size="sm" variant="quiet" onClick={() => dropKept(act.id)}>
            Dismiss
          </Button>
        </span>
      }
    >
      {act.refusal}
      {act.words && <span className="line-clamp-3 block whitespace-pre-line">{act.words}</span>}
      {more > 0 && <span className="meta block">and {more} more</span>}
    </Banner>
  );
}

/** The note goes onto the timeline at the time at which it was done; the act leaves only once that is sure. */
async function asNote(act: KeptAct, { state, me, apply }: RoomView): Promise<void> {
  const text = [act.said, act.words].filter(Boolean).join("\n");
  const at = Math.min(act.at, serverNow());
  const became = await doOrKeep({
    ...{ incidentId: state.id, incidentKey: state.key, personId: me.id, at, said: "Note", words: text },
    shows: { kind: "note" },
    request: {
      method: "POST",
      path: `/incidents/${state.key}/notes`,
      body: { text, mentions: [], occurredAt: new Date(at).toISOString() },
    },
  });
  if (became.kind === "refused") return void toast.failed(became.why);
  if (became.kind === "done") apply(became.entries);
  dropKept(act.id);
}
