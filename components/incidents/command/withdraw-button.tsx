"use client";

import { messageOf } from "@/components/api/fetch";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

/** Takes the offer of command back. */
export function WithdrawButton({ room }: { room: Pick<IncidentView, "state" | "apply"> }) {
  const write = useIncidentWrite(room, () => ({ method: "DELETE", path: "/command-offer" }));
  return (
    <Button
      busy={write.isPending}
      onClick={() => write.mutate(undefined, { onError: (error) => toast.failed(messageOf(error)) })}
    >
      Take back
    </Button>
  );
}
