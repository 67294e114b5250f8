"use client";

import { GateRows } from "@/components/checklists/gate-panel";
import { Helped } from "@/components/checklists/helped";
import type { WordsRequest } from "@/components/checklists/words-dialog";
import type { RoomView } from "@/components/room/use-room-view";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { NewsNotice } from "@/components/updates/news-notice";
import { can } from "@/lib/auth/policy.rules";
import { updateFields } from "@/lib/updates/draft-body.rules";
import { citedIn, textOf } from "@/lib/updates/lines.rules";
import { FormDialog } from "../form-dialog";
import { gateCount, gateWords } from "../gate-words.rules";
import { factsOf, type IncidentDialogProps, type IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";
import { useFinalUpdate } from "./use-final-update";

const FIELDS = [
  { name: "current", label: "How things stand now", rows: 3 },
  { name: "progress", label: "What was done about it", rows: 3 },
  { name: "blockers", label: "What is still open", rows: 1 },
] as const;

interface ResolveDialogProps extends IncidentDialogProps {
  room: RoomView;
  ask: (request: WordsRequest) => void;
}

/** Resolves: what the gate still misses, to be decided here, and the final update, posted in the same step. */
export function ResolveDialog({ room, open, onOpenChange, ask }: ResolveDialogProps) {
  const { state } = room;
  const update = useFinalUpdate(room, open);
  const { body } = update;
  const words = Object.fromEntries(updateFields.map((field) => [field, textOf(body[field])]));
  const write = useIncidentWrite(
    room,
    () => ({
      method: "PUT",
      path: "/resolution",
      body: { ...words, sources: citedIn(body), draftedTo: body.draftedTo },
    }),
    () => {
      update.forget();
      onOpenChange(false);
    },
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Resolve ${state.key}`}
      description="The final update is posted with it; the clock stops and a summary is begun."
      confirmLabel="Post and resolve"
      onSubmit={() => write.mutate()}
      busy={write.isPending}
      notYet={whyNot(room, textOf(body.current))}
      error={write.error?.message}
    >
      <Gate room={room} ask={ask} />
      <NewsNotice news={update.news} onTakeIn={update.takeIn} />
      {FIELDS.map(({ name, label, rows }) => (
        <Field
          key={name}
          label={label}
          required={name === "current"}
          optional={name !== "current"}
          error={write.error?.field(name)}
        >
          <Textarea
            minRows={rows}
            value={textOf(body[name])}
            onChange={(event) => update.edit(name, event.target.value)}
          />
        </Field>
      ))}
      <Helped room={room} />
    </FormDialog>
  );
}

function Gate({ room, ask }: Pick<ResolveDialogProps, "room" | "ask">) {
  const { criteria } = room.state;
  const rows = criteria.filter((row) => row.gate === "resolved");
  if (rows.length === 0) return null;
  return (
    <section aria-label="What blocks resolved" className="-mx-4">
      <p className="px-4 pb-1 font-semibold">Blocks “resolved”: {gateCount(criteria, "resolved")}</p>
      <GateRows rows={rows} room={room} ask={ask} />
    </section>
  );
}

function whyNot({ state, me }: IncidentView, current: string): string | undefined {
  if (!can(me, "incident.resolve", factsOf(state))) return "Only the commander resolves.";
  const missing = state.criteria.some((row) => row.gate === "resolved" && row.state === "open");
  if (missing) return gateWords(state.criteria, "resolved");
  return current.trim() ? undefined : "Write how things stand now.";
}
