"use client";

import { useState } from "react";
import { factsOf } from "@/components/incidents/incident-view";
import type { RoomView } from "@/components/room/use-room-view";
import { later } from "@/components/ui/later";
import { can } from "@/lib/auth/policy.rules";
import type { EntryOf } from "@/lib/timeline/events";
import { UpdateDeliveries } from "./delivery-state";
import { useDeliveries } from "./use-deliveries";

const CorrectUpdateDialog = later(() =>
  import("./correct-update-dialog").then((loaded) => loaded.CorrectUpdateDialog),
);

interface UpdateFootnoteProps {
  room: RoomView;
  entry: EntryOf<"update.posted"> | EntryOf<"update.corrected">;
}

/** Below an entry that tells of an update: whether it arrived everywhere, and the way to correct it. */
export function UpdateFootnote({ room, entry }: UpdateFootnoteProps) {
  const { seq } = entry;
  const number = entry.kind === "update.posted" ? entry.data.number : null;
  const [correcting, setCorrecting] = useState(false);
  const deliveries = useDeliveries(room.state).filter((delivery) => delivery.seq === seq);
  const mayPost = can(room.me, "update.post", factsOf(room.state));
  return (
    <div className="mt-1 grid gap-1">
      <UpdateDeliveries incidentKey={room.state.key} deliveries={deliveries} mayRetry={mayPost} />
      {mayPost && number !== null && (
        <button
          type="button"
          className="meta hover:text-ink phone:min-h-11 w-fit rounded-xs"
          onClick={() => setCorrecting(true)}
        >
          Correct update {number}…
        </button>
      )}
      {correcting && number !== null && (
        <CorrectUpdateDialog room={room} number={number} onClose={() => setCorrecting(false)} />
      )}
    </div>
  );
}
