"use client";

import { useState } from "react";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ShownOnce } from "@/components/ui/shown-once";
import { Time } from "@/components/ui/time";
import { scopesOf, scopeWords, tokenScopes, type TokenScope } from "@/lib/auth/tokens/token.rules";
import { accessRoles, type AccessRole } from "@/lib/kernel/actor";
import type { MadeToken } from "@/lib/people/tokens/dto";
import { useMakeToken } from "./use-tokens";

interface MakeTokenDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const LIVES = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

/** Makes a token, then shows its secret this once. */
export function MakeTokenDialog({ open, onOpenChange }: MakeTokenDialogProps) {
  // Closed, it forgets what was typed and the secret.
  return open ? <OpenDialog onClose={() => onOpenChange(false)} /> : null;
}

function OpenDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [accessRole, setAccessRole] = useState<AccessRole>("responder");
  const [chosen, setChosen] = useState<readonly TokenScope[]>([]);
  const [days, setDays] = useState("90");
  const { mutate, data, isPending, error } = useMakeToken();
  if (data) return <Made token={data} onClose={onClose} />;

  const allowed = scopesOf(accessRole);
  const scopes = chosen.filter((scope) => allowed.includes(scope));
  const problems = { name: error?.field("name"), scopes: error?.field("scopes") };
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title="Make a token"
      description="For a machine: a CI job, a script. People sign in instead."
      confirmLabel="Make the token"
      onSubmit={() => mutate({ name, accessRole, scopes, expiresInDays: Number(days) })}
      busy={isPending}
      notYet={whatIsMissing(name, scopes)}
      error={problems.name || problems.scopes ? undefined : error?.detail}
    >
      <Field label="Name" hint="What will use it, like deploys." error={problems.name}>
        <Input size="lg" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Access role">
          <Select
            size="lg"
            value={accessRole}
            onChange={({ target }) => setAccessRole(target.value as AccessRole)}
            options={accessRoles.map((role) => ({ value: role, label: role }))}
          />
        </Field>
        <Field label="Works for">
          <Select size="lg" value={days} onChange={({ target }) => setDays(target.value)} options={LIVES} />
        </Field>
      </div>
      <fieldset className="phone:gap-0 grid gap-2">
        <legend className="pb-1.5 font-medium">What it may do</legend>
        {tokenScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={scopeWords[scope]}
            hint={allowed.includes(scope) ? undefined : `Not as ${accessRole}.`}
            disabled={!allowed.includes(scope)}
            checked={scopes.includes(scope)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, scope] : chosen.filter((other) => other !== scope))
            }
          />
        ))}
        {problems.scopes && <p className="text-bad text-xs">{problems.scopes}</p>}
      </fieldset>
    </FormDialog>
  );
}

function whatIsMissing(name: string, scopes: readonly TokenScope[]): string | undefined {
  if (!name.trim()) return "Name it first.";
  return scopes.length === 0 ? "Choose what it may do." : undefined;
}

function Made({ token, onClose }: { token: MadeToken; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Token for ${token.name}`}
      sticky
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <div className="grid gap-3">
        <p>
          Put it where the machine keeps its secrets. It works until{" "}
          <Time at={Date.parse(token.expiresAt)} show="date" />, and is shown only now.
        </p>
        <ShownOnce value={token.secret} copyLabel="Copy the token" testId="token" />
        <p className="meta">
          Send it as <code>Authorization: Bearer qd_…</code>
        </p>
      </div>
    </Dialog>
  );
}
