"use client";

import { cn } from "./cn";
import { useFieldGroupAttributes } from "./field-context";

interface SegmentedControlProps<Value extends string> {
  name: string;
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
  /** Its name when no `Field` stands around it. */
  label?: string;
  size?: "md" | "lg";
  className?: string;
}

/** One of a few short words, side by side: radio buttons in another dress. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { name, value, onValueChange, options, label, size = "md", className } = props;
  const field = useFieldGroupAttributes();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      {...field}
      className={cn(
        "divide-line border-line-strong bg-surface has-focus-visible:outline-focus phone:flex phone:justify-self-stretch phone:rounded-md inline-flex max-w-full divide-x justify-self-start overflow-hidden rounded-sm border has-focus-visible:outline-2 has-focus-visible:outline-offset-2",
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            "hover:bg-hover has-checked:bg-ink has-checked:text-on-ink phone:h-11 phone:flex-1 phone:px-2 relative grid cursor-pointer place-items-center px-3 font-semibold whitespace-nowrap",
            size === "lg" ? "h-8" : "h-7",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
