"use client";

import type { ComponentProps } from "react";
import { useWaits } from "@/components/live/use-away";
import { Button } from "@/components/ui/button";
import type { IncidentView } from "../incident-view";
import { I_HAVE_COMMAND, useAcknowledge } from "./use-acknowledge";

interface AcknowledgeButtonProps {
  room: Pick<IncidentView, "state" | "apply">;
  size?: ComponentProps<typeof Button>["size"];
  /** Once it is said. */
  onDone?: () => void;
}

/** "I have command": the first to press it has it. */
export function AcknowledgeButton({ room, size, onDone }: AcknowledgeButtonProps) {
  const { busy, acknowledge } = useAcknowledge(room, onDone);
  const waits = useWaits();
  return (
    <Button variant="primary" size={size} busy={busy} notYet={waits} onClick={acknowledge}>
      {I_HAVE_COMMAND}
    </Button>
  );
}
