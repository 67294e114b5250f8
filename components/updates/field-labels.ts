import type { UpdateField } from "@/lib/updates/draft-body.rules";

/** The parts of an update, as they are called everywhere. */
export const FIELD_LABELS: Record<UpdateField, string> = {
  current: "Current status",
  progress: "Mitigation progress",
  blockers: "Blockers",
};
