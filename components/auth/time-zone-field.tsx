"use client";

import { useState, useSyncExternalStore } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

interface TimeZoneFieldProps {
  /** IANA names that the server knows. */
  timeZones: readonly string[];
  /** Absent: the browser's own. */
  initial?: string;
}

/** In which zone this person reads times. */
export function TimeZoneField({ timeZones, initial }: TimeZoneFieldProps) {
  const [chosen, setChosen] = useState(initial);
  const own = useSyncExternalStore(subscribe, browserZone, () => "UTC");
  const zone = chosen ?? own;
  const names = timeZones.includes(zone) ? timeZones : [zone, ...timeZones];
  return (
    <Field label="Time zone">
      <Select
        name="timeZone"
        size="lg"
        value={zone}
        onChange={(event) => setChosen(event.target.value)}
        options={names.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
      />
    </Field>
  );
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function subscribe(): () => void {
  return () => {};
}
