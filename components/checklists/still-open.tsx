"use client";

import { useServerNow } from "@/components/clock/use-server-now";
import { factsOf } from "@/components/incidents/incident-view";
import type { RoomView } from "@/components/room/use-room-view";
import { Button, ButtonLink } from "@/components/ui/button";
import { can } from "@/lib/auth/policy.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import { nothingWords } from "./next-words";
import { stillOpen, stillOpenWords } from "./still-open.rules";

interface StillOpenProps {
  room: RoomView;
  /** Opens what can be done about command. */
  onCommand: () => void;
  /** Leads to the exit criteria where they are not in sight. */
  onExit: () => void;
}

/** No step is next: what the incident waits for all the same, and the way there. */
export function StillOpen({ room, onCommand, onExit }: StillOpenProps) {
  const { state, me, names, mayAct } = room;
  const now = useServerNow();
  const open = isOpen(state.status) ? stillOpen(state, me.id) : null;
  const words = open && stillOpenWords(open, now, names.person);
  const posts = open?.update && can(me, "update.post", factsOf(state));
  return (
    <>
      <p className="text-ink-2 tabular-nums">{[nothingWords(room), words].filter(Boolean).join(" ")}</p>
      {open && mayAct && (
        <div className="mt-2.5 flex flex-wrap items-center gap-2 empty:hidden">
          {open.command && (
            <Button variant="primary" icon="swap" kbd="H" onClick={onCommand}>
              Command…
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
      )}
    </>
  );
}
