"use client";

import { useState, type KeyboardEvent } from "react";
import type { Placeholder } from "./command.rules";
import { cn } from "./cn";

interface CommandPlaceholderProps {
  part: Placeholder;
  onFill?: (name: string, value: string) => void;
  /** What stands in it while it is empty: its name, unless that stands beside it already. */
  empty?: string;
}

const LOOK = "rounded-xs bg-act-soft px-0.75 text-act shadow-[inset_0_-1px_0_var(--color-act)] indent-0";

/** A part of a command to be filled in: asks in place while empty, shows its value afterwards. */
export function CommandPlaceholder({ part, onFill, empty }: CommandPlaceholderProps) {
  /** While it is edited, how to fill it in over what stood there when that began: another value is not overwritten unseen. */
  const [edit, setEdit] = useState<{ fill: typeof onFill } | null>(null);
  /** What Enter has sent, or Escape has left, while the focus is here: leaving the line must not send it a second time. */
  const [entered, setEntered] = useState<string | null>(null);
  if (!onFill) return <span className={LOOK}>{part.value || (empty ?? `<${part.name}>`)}</span>;
  if (part.value && !edit) {
    return (
      <button
        type="button"
        title={`Change ${part.name}`}
        // In the place of the line that had the focus.
        autoFocus={entered !== null}
        onBlur={() => setEntered(null)}
        onClick={() => setEdit({ fill: onFill })}
        className={LOOK}
      >
        {part.value}
      </button>
    );
  }

  function keep(value: string) {
    setEdit(null);
    if (value && value !== part.value) (edit?.fill ?? onFill)?.(part.name, value);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    // The value takes the focus at once, as a button: the rest of this press must not open it again.
    event.preventDefault();
    const isGivenUp = event.key === "Escape";
    // What is given up stands there no more: it must not be copied.
    if (isGivenUp) event.currentTarget.value = part.value ?? "";
    const value = event.currentTarget.value.trim();
    setEntered(value);
    if (!isGivenUp) return keep(value);
    event.stopPropagation();
    setEdit(null);
  }

  function onBlur(value: string) {
    setEntered(null);
    if (value !== entered) keep(value);
  }

  return (
    <input
      name={part.name}
      aria-label={part.name}
      placeholder={empty ?? part.name}
      defaultValue={part.value ?? ""}
      autoFocus={edit !== null}
      autoCapitalize="off"
      autoComplete="off"
      spellCheck={false}
      size={Math.max((empty ?? part.name).length, part.value?.length ?? 0, 6)}
      onInput={() => setEdit(edit ?? { fill: onFill })}
      onBlur={(event) => onBlur(event.currentTarget.value.trim())}
      onKeyDown={onKeyDown}
      className={cn(LOOK, "placeholder:text-act")}
    />
  );
}
