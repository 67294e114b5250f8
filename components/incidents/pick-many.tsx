"use client";

import { useId, useState, type KeyboardEvent } from "react";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { PickInput } from "./pick-input";
import { foundOptions, leftOver, namedBy, optionsFor, type Option } from "./pick.rules";

interface PickManyProps {
  label: string;
  options: readonly Option[];
  value: readonly string[];
  onValueChange: (ids: string[]) => void;
  placeholder?: string;
  optional?: boolean;
  error?: string;
  /** What is picked ("service"): a name typed in full counts as picked, and Enter says when there is none. */
  noun?: string;
  /** What is typed and has picked nothing, held by a form that must not drop it in silence. */
  left?: { words: string; onChange: (words: string) => void };
  /** Looks the words up elsewhere, from the first focus on: `options` are what was found for them. */
  onLookUp?: (words: string) => void;
  /** What was found is for the words before: only what has these in its name is offered meanwhile. */
  isBehind?: boolean;
  /** One is enough: the list goes away with it. */
  closesOnPick?: boolean;
}

/** Several of many: type a part of the name, Enter takes the first; Backspace in the empty line removes the last. */
export function PickMany({
  label,
  options,
  value,
  onValueChange,
  placeholder,
  optional,
  error,
  noun,
  left,
  onLookUp,
  isBehind = false,
  closesOnPick = false,
}: PickManyProps) {
  const [typed, setTyped] = useState("");
  const words = left?.words ?? typed;
  const setWords = left?.onChange ?? setTyped;
  const [isInVain, setInVain] = useState(false);
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const listId = useId();
  const offer = onLookUp && !isBehind ? foundOptions : optionsFor;
  const shown = offer(options, words, value);

  function pick(option: Option | undefined) {
    if (!option) return;
    onValueChange([...value, option.id]);
    type("");
    // What is found anew for no words at all would cover what was just picked.
    if (onLookUp || closesOnPick) setOpen(false);
  }

  function type(text: string) {
    setWords(text);
    setInVain(false);
    setActive(0);
    onLookUp?.(text);
  }

  function move(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Backspace" && words === "" && value.length > 0) onValueChange(value.slice(0, -1));
    if (event.metaKey || event.ctrlKey) return;
    if (event.key === "Enter" && open && words !== "") {
      event.preventDefault();
      pick(shown[active]);
      setInVain(shown.length === 0);
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((index) => (shown.length === 0 ? 0 : (index + step + shown.length) % shown.length));
    }
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
    }
  }

  function leave() {
    setOpen(false);
    const named = noun ? namedBy(options, words) : undefined;
    if (!named) return;
    if (value.includes(named.id)) type("");
    else pick(named);
  }

  const problem = noun && isInVain ? leftOver(noun, options, words) : undefined;
  return (
    <Field label={label} optional={optional} error={error ?? problem}>
      <PickInput
        listId={listId}
        value={words}
        placeholder={value.length === 0 ? placeholder : undefined}
        open={open && shown.length > 0}
        options={shown}
        active={active}
        onChange={(text) => {
          type(text);
          setOpen(true);
        }}
        onFocus={() => {
          onLookUp?.(words);
          setOpen(true);
        }}
        onBlur={leave}
        onKeyDown={move}
        onPick={pick}
      >
        {value.map((id) => (
          <Chosen
            key={id}
            name={options.find((option) => option.id === id)?.name ?? "unknown"}
            onRemove={() => onValueChange(value.filter((known) => known !== id))}
          />
        ))}
      </PickInput>
    </Field>
  );
}

function Chosen({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <span className="bg-sunken inline-flex max-w-full items-center gap-0.5 rounded-xs pl-1.5">
      <span className="truncate">{name}</span>
      <button
        type="button"
        aria-label={`Remove ${name}`}
        onClick={onRemove}
        className="hover:text-bad phone:size-11 grid size-5 flex-none place-items-center"
      >
        <Icon name="cross" size="xs" />
      </button>
    </span>
  );
}
