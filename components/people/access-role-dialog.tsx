"use client";

import { useState } from "react";
import { FormDialog } from "@/components/incidents/form-dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { toast } from "@/components/ui/toast";
import type { AccessRole } from "@/lib/kernel/actor";
import type { PersonDto } from "@/lib/people/dto";
import { ACCESS_ROLES } from "./access-roles";
import { usePersonWrite } from "./use-person-write";

/** Gives a person another access role. */
export function AccessRoleDialog({ person, onClose }: { person: PersonDto; onClose: () => void }) {
  const [role, setRole] = useState<AccessRole>(person.accessRole);
  const { mutate, isPending, error } = usePersonWrite<unknown, AccessRole>(
    { method: "PUT", path: `/people/${person.id}/access-role`, body: (accessRole) => ({ accessRole }) },
    () => {
      toast.done(`${person.name} is ${role} now`);
      onClose();
    },
  );
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title={`Access role of ${person.name}`}
      description="Their sessions end: they sign in again with the new role."
      size="sm"
      confirmLabel="Change the role"
      onSubmit={() => mutate(role)}
      busy={isPending}
      notYet={role === person.accessRole ? "Choose another role first." : undefined}
      error={error?.detail}
    >
      <Field label="Access role">
        <RadioGroup name="access-role" value={role} onValueChange={setRole} options={ACCESS_ROLES} />
      </Field>
    </FormDialog>
  );
}
