"use client";

import { useCallback } from "react";
import { messageOf } from "@/components/api/fetch";
import { toast } from "@/components/ui/toast";
import type { IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

/** The words of whoever acknowledges, on the button and in the palette. */
export const I_HAVE_COMMAND = "I have command";

/** To say "I have command": the first to say it has it. @param onDone once it is said */
export function useAcknowledge(
  room: Pick<IncidentView, "state" | "apply">,
  onDone?: () => void,
): { busy: boolean; acknowledge: () => void } {
  const { mutate, isPending } = useIncidentWrite(
    room,
    () => ({ method: "PUT", path: "/acknowledgement" }),
    onDone,
  );
  const acknowledge = useCallback(
    () => mutate(undefined, { onError: (error) => toast.failed(messageOf(error)) }),
    [mutate],
  );
  return { busy: isPending, acknowledge };
}
