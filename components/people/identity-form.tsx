"use client";

import type { FormEvent } from "react";
import { TimeZoneField } from "@/components/auth/time-zone-field";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Profile } from "@/lib/people/dto";
import { useChangeProfile } from "./use-change-profile";

/** Name and time zone. */
export function IdentityForm({ profile, timeZones }: { profile: Profile; timeZones: readonly string[] }) {
  const { mutate, isPending, error } = useChangeProfile();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    mutate({ name: String(fields.get("name")), timeZone: String(fields.get("timeZone")) });
  }

  return (
    <form noValidate onSubmit={submit} className="grid max-w-100 gap-4">
      <Field label="Name" error={error?.field("name")}>
        <Input name="name" size="lg" autoComplete="name" defaultValue={profile.name} />
      </Field>
      <TimeZoneField timeZones={timeZones} initial={profile.timeZone} />
      {error && !error.field("name") && <Banner tone="bad" title={error.detail} />}
      <div>
        <Button type="submit" busy={isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
