"use client";

import { useId, type ReactNode } from "react";
import { cn } from "./cn";
import { useFieldGroupAttributes } from "./field-context";

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface RadioGroupProps<Value extends string> {
  name: string;
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly RadioOption<Value>[];
  /** Its name when no `Field` stands around it. */
  label?: string;
  className?: string;
}

/** One of a few, all in view. Arrow keys move within it, as the platform does. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { name, value, onValueChange, options, label, className } = props;
  const field = useFieldGroupAttributes();
  const id = useId();
  return (
    <div role="radiogroup" aria-label={label} {...field} className={cn("grid gap-2", className)}>
      {options.map((option) => (
        <div key={option.value} className="phone:min-h-11 phone:items-center flex items-start gap-2">
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValueChange(option.value)}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
            className="forced-fill border-line-strong bg-surface checked:border-ink mt-px size-4 flex-none appearance-none rounded-full border-[1.5px] checked:border-[5px] disabled:border-dashed"
          />
          <label htmlFor={`${id}-${option.value}`} className="min-w-0">
            {option.label}
            {option.hint && (
              <span id={`${id}-${option.value}-hint`} className="meta block">
                {option.hint}
              </span>
            )}
          </label>
        </div>
      ))}
    </div>
  );
}
