"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { useFieldAttributes } from "./field-context";
import { Icon } from "./icon";
import type { IconName } from "./icons";
import { useHydrated } from "./use-hydrated";

/** The look of a control that is typed into; phones get 16 px text, or they zoom in. */
export const controlClass =
  "w-full rounded-sm border border-line-strong bg-surface text-base text-ink phone:text-lg disabled:border-dashed disabled:text-ink-3 aria-invalid:border-bad";

interface InputProps extends Omit<ComponentProps<"input">, "size"> {
  size?: "md" | "lg";
  leading?: IconName;
  /** At the right edge, e.g. a key or a button. */
  trailing?: ReactNode;
}

/** One line of text. Inside a `Field` it is labelled by it. */
export function Input({ size = "md", leading, trailing, className, readOnly = false, ...rest }: InputProps) {
  const field = useFieldAttributes();
  // What is typed into a field that the page holds would be gone before it can; others keep it themselves.
  const hydrated = useHydrated();
  const waits = rest.value !== undefined && !hydrated;
  const input = (
    <input
      {...field}
      {...rest}
      readOnly={readOnly || waits}
      className={cn(
        controlClass,
        "phone:min-h-11 px-2.5",
        readOnly && "bg-sunken",
        size === "lg" ? "h-9" : "h-8",
        leading && "pl-8",
        trailing && "pr-9",
        !leading && !trailing && className,
      )}
    />
  );
  if (!leading && !trailing) return input;
  return (
    <span className={cn("relative block", className)}>
      {leading && (
        <Icon name={leading} size="sm" className="text-ink-3 absolute top-1/2 left-2.5 -translate-y-1/2" />
      )}
      {input}
      {trailing && <span className="absolute top-1/2 right-2 -translate-y-1/2">{trailing}</span>}
    </span>
  );
}
