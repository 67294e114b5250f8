import type { RoomView } from "@/components/room/use-room-view";
import type { IncidentFacts } from "@/lib/auth/policy.rules";
import type { IncidentState } from "@/lib/timeline/fold/state";

/** What the dialogs and cells of an incident need of its room. */
export type IncidentView = Pick<RoomView, "state" | "me" | "names" | "pinned" | "timeZone" | "apply">;

export interface IncidentDialogProps {
  room: IncidentView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What the policy asks about an incident, from its state. */
export function factsOf(state: IncidentState): IncidentFacts {
  return { ...state, participants: state.participants.filter(({ leftAt }) => leftAt === null) };
}
