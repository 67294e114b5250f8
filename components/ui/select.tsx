"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldAttributes } from "./field-context";
import { Icon } from "./icon";
import { controlClass } from "./input";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<"select">, "size" | "children"> {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen; its value is "". */
  placeholder?: string;
  size?: "md" | "lg";
}

/** One of several, from the platform's own list. Inside a `Field` it is labelled by it. */
export function Select({ options, placeholder, size = "md", className, ...rest }: SelectProps) {
  const field = useFieldAttributes();
  return (
    <span className={cn("relative block", className)}>
      <select
        {...field}
        {...rest}
        className={cn(
          controlClass,
          "phone:min-h-11 appearance-none pr-8 pl-2.5",
          size === "lg" ? "h-9" : "h-8",
        )}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        size="sm"
        className="text-ink-3 pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2"
      />
    </span>
  );
}
