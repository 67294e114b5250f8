"use client";

import type { ComponentProps } from "react";
import { useWaits } from "@/components/live/use-away";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { messageOf } from "@/components/api/fetch";
import type { IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

interface AcknowledgeButtonProps {
  room: Pick<IncidentView, "state" | "apply">;
  size?: ComponentProps<typeof Button>["size"];
  /** Once it is said. */
  onDone?: () => void;
}

/** "I have command": the first to press it has it. */
export function AcknowledgeButton({ room, size, onDone }: AcknowledgeButtonProps) {
  const write = useIncidentWrite(room, () => ({ method: "PUT", path: "/acknowledgement" }), onDone);
  const waits = useWaits();
  return (
    <Button
      variant="primary"
      size={size}
      busy={write.isPending}
      notYet={waits}
      onClick={() => write.mutate(undefined, { onError: (error) => toast.failed(messageOf(error)) })}
    >
      I have command
    </Button>
  );
}
