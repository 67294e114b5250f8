"use client";

import { messageOf } from "@/components/api/fetch";
import { useWaits } from "@/components/live/use-away";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

interface WithdrawButtonProps {
  room: Pick<IncidentView, "state" | "apply">;
  /** Once it is taken back. */
  onDone?: () => void;
}

/** Takes the offer of command back. */
export function WithdrawButton({ room, onDone }: WithdrawButtonProps) {
  const write = useIncidentWrite(room, () => ({ method: "DELETE", path: "/command-offer" }), onDone);
  const waits = useWaits();
  return (
    <Button
      busy={write.isPending}
      notYet={waits}
      onClick={() => write.mutate(undefined, { onError: (error) => toast.failed(messageOf(error)) })}
    >
      Take back
    </Button>
  );
}
