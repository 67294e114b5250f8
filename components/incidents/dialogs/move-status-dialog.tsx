"use client";

import { useState } from "react";
import { StatusWord } from "@/components/incident-parts/status-track";
import { STATUS_WORDS } from "@/components/incident-parts/types";
import { Field } from "@/components/ui/field";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { can } from "@/lib/auth/policy.rules";
import { isOpen, moveBetween } from "@/lib/incidents/status.rules";
import { FormDialog } from "../form-dialog";
import { gateWords } from "../gate-words.rules";
import { factsOf, type IncidentDialogProps, type IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

type Running = "investigating" | "mitigating" | "monitoring";
type Target = Running | "resolved" | "cancelled";

interface MoveStatusDialogProps extends IncidentDialogProps {
  /** Resolving and cancelling have dialogs of their own. */
  onSwitch: (to: "resolve" | "cancel") => void;
}

/** Moves the status; to resolved and cancelled it leads on. */
export function MoveStatusDialog({ room, open, onOpenChange, onSwitch }: MoveStatusDialogProps) {
  const { state } = room;
  const options = targets(room);
  const [to, setTo] = useState<Target | null>(null);
  const [reason, setReason] = useState("");
  const leadsOn = to === "resolved" || to === "cancelled";
  const write = useIncidentWrite(
    room,
    (target: Running) => ({
      method: "PUT",
      path: "/status",
      body: { to: target, reason: reason.trim() || null },
    }),
    () => onOpenChange(false),
  );

  function confirm() {
    if (to === "resolved") onSwitch("resolve");
    else if (to === "cancelled") onSwitch("cancel");
    else if (to) write.mutate(to);
  }

  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Move status"
      description={<StatusWord status={state.status} />}
      size="sm"
      confirmLabel={leadsOn ? "Go on" : "Move"}
      onSubmit={confirm}
      busy={write.isPending}
      notYet={whyNot(room, to)}
      error={write.error?.message}
    >
      <RadioGroup name="status" label="New status" value={to} onValueChange={setTo} options={options} />
      {!leadsOn && (
        <Field label="Why" optional>
          <Textarea minRows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
    </FormDialog>
  );
}

function targets({ state }: IncidentView): RadioOption<Target>[] {
  const running: Running[] = ["investigating", "mitigating", "monitoring"];
  const moves = running
    .filter((to) => moveBetween(state.status, to) === "move")
    .map((to) => ({ value: to, label: STATUS_WORDS[to], hint: HINTS[to] }));
  if (!isOpen(state.status)) return moves;
  const resolved = {
    value: "resolved",
    label: "Resolved…",
    hint: gateWords(state.criteria, "resolved"),
  } as const;
  const cancelled = {
    value: "cancelled",
    label: "Cancelled…",
    hint: "A false alarm, or merged into another.",
  } as const;
  return state.status === "declared" ? [cancelled] : [...moves, resolved, cancelled];
}

const HINTS: Record<Running, string> = {
  investigating: "The cause is being looked for.",
  mitigating: "The harm is being ended.",
  monitoring: "The harm has ended; it is watched. The first time counts as mitigated.",
};

function whyNot({ state, me }: IncidentView, to: Target | null): string | undefined {
  if (!to) return "Choose a status.";
  const action = {
    resolved: ["incident.resolve", "Only the commander resolves."],
    cancelled: ["incident.cancel", "Only the commander or a manager cancels."],
  } as const;
  const [name, words] =
    to === "resolved" || to === "cancelled"
      ? action[to]
      : (["incident.move_status", "Only the commander or the deputy moves the status."] as const);
  return can(me, name, factsOf(state)) ? undefined : words;
}
