"use client";

import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { IncidentView } from "@/components/incidents/incident-view";
import { useIncidentWrite } from "@/components/incidents/use-incident-write";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import type { Helped as Answer } from "@/lib/timeline/events/common";

const ANSWERS: readonly { value: Answer; label: string }[] = [
  { value: "yes", label: "Yes" },
  { value: "partly", label: "Partly" },
  { value: "no", label: "No" },
  { value: "not_used", label: "Not used" },
];

/** Asks of each runbook that an incident walked whether it helped. One click saves it; nothing waits for it. */
export function Helped({ room }: { room: IncidentView }) {
  const walked = new Map<string, PinnedRunbookDto>();
  for (const { runbookVersionId } of room.state.checklists) {
    const runbook = room.pinned.runbook(runbookVersionId);
    const known = runbook && walked.get(runbook.runbookId);
    if (runbook && (!known || known.number < runbook.number)) walked.set(runbook.runbookId, runbook);
  }
  if (walked.size === 0) return null;
  return (
    <section aria-label="Runbooks" className="space-y-2">
      {[...walked.values()].map((runbook) => (
        <Question key={runbook.runbookId} room={room} runbook={runbook} />
      ))}
    </section>
  );
}

function Question({ room, runbook }: { room: IncidentView; runbook: PinnedRunbookDto }) {
  const { runbookId, title } = runbook;
  const said = room.state.ratings.find((rating) => rating.runbookId === runbookId)?.helped ?? null;
  const write = useIncidentWrite<Answer>(room, (helped) => ({
    ...{ method: "PUT", path: `/runbooks/${runbookId}/rating` },
    body: { helped, expected: said },
  }));
  return (
    <>
      <Field
        label={`Did “${title}” help?`}
        hint={said && !write.isPending ? "Saved. You can change it." : "Saved as soon as you choose."}
        optional
      >
        <SegmentedControl
          name={`helped-${runbookId}`}
          value={write.isPending ? write.variables : said}
          onValueChange={(helped) => write.mutate(helped)}
          options={ANSWERS}
        />
      </Field>
      {write.error && <Banner tone="bad" title={write.error.message} />}
    </>
  );
}
