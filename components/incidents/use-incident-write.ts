"use client";

import { useWrite } from "@/components/api/use-write";
import type { WriteMethod } from "@/components/api/fetch";
import type { Written } from "@/lib/incidents/dto";
import type { IncidentView } from "./incident-view";

interface IncidentRequest {
  method: WriteMethod;
  /** Below the incident: `/status`; empty for the incident itself. */
  path: string;
  body?: unknown;
}

/** A write to this incident: its entries move the room on at once, then `onDone` runs. */
export function useIncidentWrite<Input = void>(
  { state, apply }: Pick<IncidentView, "state" | "apply">,
  request: (input: Input) => IncidentRequest,
  onDone?: (written: Written) => void,
) {
  return useWrite<Written, Input>(
    (input) => {
      const { path, ...rest } = request(input);
      return { ...rest, path: `/incidents/${state.key}${path}` };
    },
    {
      onSuccess: (written) => {
        apply(written.entries);
        onDone?.(written);
      },
    },
  );
}
