"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { isInWork } from "@/lib/summaries/state.rules";
import type { FollowUpStateRow } from "@/lib/timeline/fold/state";
import { FollowUpRow } from "./follow-up-row";
import { changedSince } from "./follow-ups.rules";
import { DropDialog, FollowUpDialog } from "./lazy";
import { Section } from "./section";
import type { SummaryView } from "./use-summary";

/** What remains to be done, by whom and until when. They live on after the sign-off; the text keeps them as they were. */
export function FollowUps({ view }: { view: SummaryView }) {
  const { summary, state, me } = view;
  const [editing, setEditing] = useState<FollowUpStateRow | "new" | null>(null);
  const [dropping, setDropping] = useState<FollowUpStateRow | null>(null);
  const mayEdit = me.accessRole !== "viewer";
  const frozen = !isInWork(summary.state);
  const changed = frozen ? changedSince(summary.body.followUps, state.followUps) : new Map<number, null>();
  const ownerless = state.followUps.filter((row) => row.state === "open" && row.ownerId === null).length;
  const note = `${state.followUps.length}${ownerless > 0 ? `, ${ownerless} without owner` : ""}`;
  return (
    <Section
      id="followUps"
      title="Follow-ups"
      note={note}
      action={
        mayEdit && (
          <Button size="sm" variant="quiet" icon="plus" onClick={() => setEditing("new")}>
            Add a follow-up
          </Button>
        )
      }
    >
      {state.followUps.length === 0 ? (
        <p className="text-ink-3">None yet. What should be done so that it does not happen again?</p>
      ) : (
        <table className="phone:block w-full text-sm">
          <thead className="phone:sr-only">
            <tr className="meta text-left">
              {["#", "What", "Kind", "Owner", "Due"].map((head) => (
                <th key={head} scope="col" className="py-1 pr-2 font-medium">
                  {head}
                </th>
              ))}
              <td className="print:hidden" />
            </tr>
          </thead>
          <tbody className="phone:block">
            {state.followUps.map((row) => (
              <FollowUpRow
                key={row.id}
                view={view}
                row={row}
                mayEdit={mayEdit}
                frozenAs={changed.get(row.number)}
                onEdit={() => setEditing(row)}
                onDrop={() => setDropping(row)}
              />
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <FollowUpDialog
          view={view}
          row={editing === "new" ? null : editing}
          open
          onOpenChange={() => setEditing(null)}
        />
      )}
      {dropping && <DropDialog view={view} row={dropping} open onOpenChange={() => setDropping(null)} />}
    </Section>
  );
}
