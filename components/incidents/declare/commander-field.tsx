"use client";

import { useDirectoryToChoose } from "@/components/api/directory";
import { useMe } from "@/components/api/me";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { PickOne } from "../pick-one";
import type { DeclareFieldsProps } from "./declare-fields";

const WHO = [
  { value: "me", label: "Me" },
  { value: "other", label: "Someone" },
  { value: "nobody", label: "Nobody yet" },
] as const;

const HINTS = {
  me: "You say “I have command” in the room; that begins the investigation.",
  other: "They are asked on every screen; whoever is first to say “I have command” has it.",
  nobody: "The first to say “I have command” has it.",
} as const;

/** Who is asked to command; whoever says "I have command" first has it. */
export function CommanderField({ form, errors, onChange }: DeclareFieldsProps) {
  const me = useMe();
  const { people } = useDirectoryToChoose();
  const able = people.filter(
    ({ id, accessRole, deactivated }) => !deactivated && accessRole !== "viewer" && id !== me.id,
  );
  return (
    <div className="grid content-start gap-1.5">
      <Field label="Commander" hint={HINTS[form.commander]}>
        <SegmentedControl
          name="commander"
          options={WHO}
          value={form.commander}
          onValueChange={(commander) => onChange({ commander })}
        />
      </Field>
      {form.commander === "other" && (
        <PickOne
          label="Who"
          placeholder="Type a name"
          error={errors.commanderId}
          options={able}
          value={form.commanderId || null}
          onValueChange={(id) => onChange({ commanderId: id ?? "" })}
        />
      )}
    </div>
  );
}
