"use client";

import { setTheme } from "@/components/shell/theme";
import type { Theme } from "@/components/shell/theme.rules";
import { Banner } from "@/components/ui/banner";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Profile } from "@/lib/people/dto";
import { useChangeProfile } from "./use-change-profile";

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** Theme and sound; both take effect at once. */
export function AppearanceForm({ profile }: { profile: Profile }) {
  const { mutate, variables, isPending, error } = useChangeProfile();
  // What was just chosen shows before the answer: both can be changed back.
  const shown = { ...profile, ...(isPending ? variables : {}) };

  function chooseTheme(theme: Theme) {
    setTheme(theme);
    mutate({ theme });
  }

  return (
    <div className="grid gap-4">
      <Field label="Theme">
        <SegmentedControl
          name="theme"
          size="lg"
          value={shown.theme}
          onValueChange={chooseTheme}
          options={THEMES}
        />
      </Field>
      <Checkbox
        label="Sound"
        hint="When you are assigned, offered command or mentioned; in a room, when the update that you may write is soon due, due and overdue."
        checked={shown.sound}
        onChange={(event) => mutate({ sound: event.target.checked })}
      />
      {error && <Banner tone="bad" title={error.detail} />}
    </div>
  );
}
