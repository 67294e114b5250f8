"use client";

import { useState } from "react";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { AccessRole } from "@/lib/kernel/actor";
import type { MadeInvitation } from "@/lib/people/dto";
import { ACCESS_ROLES } from "./access-roles";
import { OneTimeLink } from "./one-time-link";
import { usePersonWrite } from "./use-person-write";

interface InviteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Invites somebody, then shows the link that lets them in. */
export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  // Closed, it forgets what was typed and the link.
  return open ? <OpenInviteDialog onClose={() => onOpenChange(false)} /> : null;
}

function OpenInviteDialog({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [accessRole, setAccessRole] = useState<AccessRole>("responder");
  const { mutate, data, isPending, error } = usePersonWrite<MadeInvitation>(
    {
      method: "POST",
      path: "/invitations",
      body: () => ({ email, name: name.trim() || null, accessRole }),
    },
    () => {},
  );
  if (data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`Invitation for ${data.name ?? data.email}`}
        sticky
        footer={<Button onClick={onClose}>Done</Button>}
      >
        <OneTimeLink url={data.url} expiresAt={data.expiresAt} text={`Send it to ${data.email}.`} />
      </Dialog>
    );
  }
  const problems = { email: error?.field("email"), name: error?.field("name") };
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title="Invite somebody"
      description="You get a link to send to them. Nothing is sent by the console."
      confirmLabel="Make the link"
      onSubmit={() => mutate()}
      busy={isPending}
      notYet={email.trim() ? undefined : "Write their e-mail address first."}
      error={problems.email || problems.name ? undefined : error?.detail}
    >
      <Field label="E-mail address" hint="What they will sign in with." error={problems.email}>
        <Input
          type="email"
          size="lg"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Name" optional error={problems.name}>
        <Input size="lg" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Access role">
        <RadioGroup
          name="access-role"
          value={accessRole}
          onValueChange={setAccessRole}
          options={ACCESS_ROLES}
        />
      </Field>
    </FormDialog>
  );
}
