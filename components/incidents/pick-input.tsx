"use client";

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { useFieldAttributes } from "@/components/ui/field-context";
import { controlClass } from "@/components/ui/input";
import type { Option } from "./pick.rules";

interface PickInputProps {
  listId: string;
  value: string;
  placeholder?: string;
  open: boolean;
  options: readonly Option[];
  /** Which of the options Enter takes. */
  active: number;
  onChange: (text: string) => void;
  onFocus: () => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onPick: (option: Option) => void;
  /** What is chosen, before the line that is typed into. */
  children?: ReactNode;
}

/** A combobox (WAI-ARIA Authoring Practices, "Combobox with list autocomplete") that shows what is chosen in its line. */
export function PickInput(props: PickInputProps) {
  const { listId, value, placeholder, open, options, active, onChange, onFocus, onBlur, onKeyDown } = props;
  const field = useFieldAttributes();
  const list = useRef<HTMLUListElement>(null);
  // At the lower end of a dialog the choices would open out of sight.
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: "nearest" });
  }, [open, options.length]);
  const activeId = open && options[active] ? `${listId}-${active}` : undefined;
  return (
    <span className="relative block">
      <span
        className={cn(
          controlClass,
          "phone:min-h-11 has-focus-visible:outline-focus flex min-h-8 flex-wrap items-center gap-1 px-1.5 py-0.75 has-focus-visible:outline-2 has-focus-visible:outline-offset-2",
        )}
      >
        {props.children}
        <input
          {...field}
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
          onFocus={onFocus}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
          className="min-w-16 flex-1 bg-transparent px-1 outline-none"
        />
      </span>
      <ul
        ref={list}
        id={listId}
        role="listbox"
        aria-label="Choices"
        hidden={!open}
        className="border-card bg-raised shadow-pop absolute inset-x-0 top-full z-10 mt-1 max-h-60 overflow-y-auto rounded-md border py-1"
      >
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the blur, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              props.onPick(option);
            }}
            className={cn(
              "phone:py-2.5 cursor-pointer truncate px-2.5 py-1",
              index === active ? "bg-selected" : "hover:bg-hover",
            )}
          >
            {option.name}
          </li>
        ))}
      </ul>
    </span>
  );
}
