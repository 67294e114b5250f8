import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";

interface FilterChipProps extends Omit<ComponentProps<"button">, "value" | "children"> {
  label: string;
  /** What it is set to; without one the chip is empty and invites. */
  value?: string | null;
  /** Takes the filter away. */
  onClear?: () => void;
  /** For one that is only on or off, such as "Mine". */
  toggle?: boolean;
}

/** A filter of a list: dashed while unset, solid with its value when set. Works as the trigger of a Popover. */
export function FilterChip({ label, value, onClear, toggle = false, className, ...rest }: FilterChipProps) {
  const set = value !== undefined && value !== null;
  const clearable = set && onClear;
  return (
    <span
      className={cn(
        "border-line-strong phone:h-11.5 inline-flex h-6.5 items-stretch rounded-full border text-xs whitespace-nowrap",
        set ? "bg-surface text-ink font-medium" : "text-ink-2 border-dashed",
        className,
      )}
    >
      <button
        type="button"
        {...(toggle ? { "aria-pressed": set } : {})}
        {...rest}
        className={cn(
          "hover:text-ink inline-flex items-center gap-1 rounded-full! pl-2",
          clearable ? "pr-1" : "pr-2.5",
        )}
      >
        {!set && !toggle && <Icon name="plus" size="xs" />}
        {set && toggle && <Icon name="check" size="xs" />}
        {set && !toggle ? `${label}: ${value}` : label}
      </button>
      {clearable && (
        <button
          type="button"
          aria-label={`Remove the filter ${label}`}
          onClick={onClear}
          className="hover:text-bad phone:w-11 grid w-6 place-items-center rounded-full! pr-1"
        >
          <Icon name="cross" size="xs" />
        </button>
      )}
    </span>
  );
}
