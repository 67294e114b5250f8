"use client";

import { useState, type ComponentProps, type InputEvent } from "react";
import { cn } from "./cn";
import { useFieldAttributes } from "./field-context";
import { controlClass } from "./input";
import { useHydrated } from "./use-hydrated";

interface TextareaProps extends ComponentProps<"textarea"> {
  minRows?: number;
  /** It grows with its text up to here, then scrolls. */
  maxRows?: number;
}

/** Several lines of text; grows with what is typed. Inside a `Field` it is labelled by it. */
export function Textarea({
  minRows = 3,
  maxRows = 14,
  className,
  onInput,
  readOnly = false,
  ...rest
}: TextareaProps) {
  const field = useFieldAttributes();
  // What is typed before the page can hold it would be gone.
  const hydrated = useHydrated();
  const [typed, setTyped] = useState(rest.defaultValue ?? "");
  const bounds = { minHeight: `${minRows * 20 + 14}px`, maxHeight: `${maxRows * 20 + 14}px` };

  function remember(event: InputEvent<HTMLTextAreaElement>) {
    if (rest.value === undefined) setTyped(event.currentTarget.value);
    onInput?.(event);
  }

  // A hidden copy of the text in the same grid cell gives the height: no measuring, so nothing jumps.
  return (
    <span className={cn("phone:min-h-11 grid", className)}>
      <span
        aria-hidden
        style={bounds}
        className="phone:text-lg invisible col-start-1 row-start-1 overflow-hidden border px-2.5 py-1.5 text-base break-words whitespace-pre-wrap"
      >
        {`${rest.value ?? typed} `}
      </span>
      <textarea
        {...field}
        {...rest}
        readOnly={readOnly || !hydrated}
        onInput={remember}
        rows={minRows}
        style={bounds}
        className={cn(
          controlClass,
          "col-start-1 row-start-1 h-full resize-none px-2.5 py-1.5",
          readOnly && "bg-sunken",
        )}
      />
    </span>
  );
}
