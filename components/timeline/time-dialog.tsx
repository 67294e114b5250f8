"use client";

import { useState } from "react";
import { serverNow } from "@/components/clock/use-server-now";
import { useWrite } from "@/components/api/use-write";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import { formatExact } from "@/lib/kernel/clock-times";
import { fromLocalInput, toLocalInput } from "@/lib/kernel/local-input";
import type { EntryDialogProps } from "./entry-dialogs";

/** Says when something really happened; when it was written down stays too. */
export function TimeDialog({ line, room, onClose }: EntryDialogProps) {
  const { timeZone } = room;
  const { seq, at } = line.entry;
  const [time, setTime] = useState(() => toLocalInput(line.at, timeZone));
  const [missing, setMissing] = useState(false);
  const write = useWrite<Written, string>(
    (occurredAt) => ({
      method: "PUT",
      path: `/incidents/${room.state.key}/entries/${seq}/time`,
      body: { occurredAt },
    }),
    {
      onSuccess: ({ entries }) => {
        room.apply(entries);
        toast.done(`The time of #${seq} is right now`);
        onClose();
      },
    },
  );
  function submit() {
    const moment = fromLocalInput(time, timeZone);
    setMissing(moment === null);
    if (moment !== null) write.mutate(new Date(moment).toISOString());
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Put the time of #${seq} right`}
      confirmLabel="Put it right"
      busy={write.isPending}
      error={write.error?.detail}
      onSubmit={submit}
    >
      <Field
        label={`When it happened (${timeZone})`}
        hint={`Written down ${formatExact(Date.parse(at), timeZone)}; that stays.`}
        error={missing && "Give a day and a time."}
      >
        <Input
          type="datetime-local"
          autoFocus
          value={time}
          max={toLocalInput(serverNow(), timeZone)}
          onChange={(event) => setTime(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
