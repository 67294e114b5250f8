"use client";

import { useId, useState, type FormEvent } from "react";
import { serverNow } from "@/components/clock/use-server-now";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { fromLocalInput, toLocalInput } from "@/lib/kernel/local-input";

interface JumpProps {
  timeZone: string;
  /** ISO 8601. */
  onJump: (at: string) => void;
  onCancel: () => void;
}

/** A row that asks for a time to go to. */
export function JumpToTime({ timeZone, onJump, onCancel }: JumpProps) {
  const [time, setTime] = useState(() => toLocalInput(serverNow(), timeZone));
  const id = useId();
  function submit(event: FormEvent) {
    event.preventDefault();
    const at = fromLocalInput(time, timeZone);
    if (at !== null) onJump(new Date(at).toISOString());
  }
  return (
    <form onSubmit={submit} className="flex flex-none flex-wrap items-center gap-1.5 px-4 pb-2">
      <label htmlFor={id} className="meta w-full">
        Go to ({timeZone})
      </label>
      <Input
        id={id}
        type="datetime-local"
        required
        autoFocus
        value={time}
        onChange={(event) => setTime(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
        className="w-auto! min-w-0 flex-1"
      />
      <Button type="submit" size="md">
        Go
      </Button>
      <IconButton icon="cross" label="Do not jump" onClick={onCancel} />
    </form>
  );
}
