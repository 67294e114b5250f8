"use client";

import { useState } from "react";
import { useDirectoryToChoose } from "@/components/api/directory";
import { useServerNow } from "@/components/clock/use-server-now";
import { useLastActive } from "@/components/live/last-active";
import { useNotLiveSince } from "@/components/offline/use-not-live-since";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { IncidentView } from "../incident-view";
import { peopleToChoose } from "./people.rules";
import { ROLE_WORDS } from "./role-words";

interface PersonChoiceProps {
  label: string;
  room: IncidentView;
  value: string | null;
  onValueChange: (personId: string) => void;
  /** Who cannot be chosen. */
  without?: readonly (string | null)[];
}

/** One person: those in the room first, others by typing a part of their name. */
export function PersonChoice({ label, room, value, onValueChange, without = [] }: PersonChoiceProps) {
  const { people, lookAgain } = useDirectoryToChoose();
  const lastActive = useLastActive();
  const now = useServerNow({ step: 10_000 });
  const [words, setWords] = useState("");
  const isLive = useNotLiveSince() === null;
  const [inVain, setInVain] = useState<string | null>(null);
  const find = (by: string) =>
    peopleToChoose({
      ...{ people, words: by, now, without, chosen: value },
      participants: room.state.participants,
      presence: isLive ? lastActive : {},
    });
  const { shown, more } = find(words);
  function search(by: string) {
    setWords(by);
    const isMore = inVain !== null && by.startsWith(inVain);
    if (isMore || find(by).shown.length > 0) return;
    // Perhaps they joined only now: read once more, not with each further letter.
    setInVain(by);
    lookAgain();
  }
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{label}</legend>
      <Input
        size="md"
        leading="search"
        aria-label={`${label}: type a name`}
        placeholder="Type a name"
        autoFocus
        value={words}
        onChange={(event) => search(event.target.value)}
      />
      <RadioGroup
        name="person"
        label={label}
        value={value}
        onValueChange={onValueChange}
        className="mt-2"
        options={shown.map(({ id, name, here, role }) => ({
          value: id,
          label: name,
          hint: [role && ROLE_WORDS[role], here && "here now"].filter(Boolean).join(", ") || undefined,
        }))}
      />
      <p className="meta mt-1" role="status">
        {shown.length === 0
          ? "Nobody of that name."
          : more > 0
            ? `${more} more: type a part of the name.`
            : ""}
      </p>
    </fieldset>
  );
}
