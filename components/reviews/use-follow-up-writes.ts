"use client";

import { useWrite } from "@/components/api/use-write";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import type { FollowUpStateRow } from "@/lib/timeline/fold/state";
import { changesOf, type FollowUpFields } from "./follow-ups.rules";
import type { SummaryView } from "./use-summary";

/** Adds a follow-up, or changes one. @param row null: a new one */
export function useSaveFollowUp(view: SummaryView, row: FollowUpStateRow | null, onDone: () => void) {
  return useWrite<Written, FollowUpFields>(
    (body) =>
      row
        ? { method: "PATCH", path: `/follow-ups/${row.id}`, body: changesOf(row, body) }
        : { method: "POST", path: `/incidents/${view.summary.incidentKey}/follow-ups`, body },
    {
      onSuccess: (written) => {
        view.apply(written.entries);
        onDone();
      },
    },
  );
}

/** Ends a follow-up or opens it again, without a reason; an undo follows. */
export function useEndFollowUp(view: SummaryView, row: FollowUpStateRow) {
  const end = useWrite<Written, "done" | "open">(
    (state) => ({ method: "PUT", path: `/follow-ups/${row.id}/state`, body: { state } }),
    {
      onSuccess: (written, state) => {
        view.apply(written.entries);
        toast.done(
          state === "done" ? `Follow-up ${row.number} is done` : `Follow-up ${row.number} is open again`,
          // One that was dropped needs its reason again.
          row.state === "dropped" ? {} : { undo: () => end.mutate(state === "done" ? "open" : "done") },
        );
      },
      onError: (error) => toast.failed(error.detail),
    },
  );
  return end;
}

export function useDropFollowUp(view: SummaryView, row: FollowUpStateRow, onDone: () => void) {
  return useWrite<Written, string>(
    (reason) => ({ method: "PUT", path: `/follow-ups/${row.id}/state`, body: { state: "dropped", reason } }),
    {
      onSuccess: (written) => {
        view.apply(written.entries);
        onDone();
      },
    },
  );
}
