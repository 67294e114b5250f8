"use client";

import { useId, type ReactNode } from "react";
import { cn } from "./cn";
import { FieldProvider } from "./field-context";
import { Icon } from "./icon";

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do. The control keeps what was typed. */
  error?: ReactNode;
  required?: boolean;
  /** Says "optional" beside the label. */
  optional?: boolean;
  /** Stands at the end of the label's line. */
  aside?: ReactNode;
  className?: string;
  /** One Input, Textarea, Select, RadioGroup or SegmentedControl. */
  children: ReactNode;
}

/** A control with its label, hint and error, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  required = false,
  optional,
  aside,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={cn("grid content-start gap-1", className)}>
      <div className="flex items-baseline gap-2">
        <label id={`${id}-label`} htmlFor={id} className="font-semibold">
          {label}
        </label>
        {optional && <span className="meta">optional</span>}
        {aside && <span className="ml-auto">{aside}</span>}
      </div>
      <FieldProvider value={{ id, labelId: `${id}-label`, describedBy, invalid: Boolean(error), required }}>
        {children}
      </FieldProvider>
      {error && (
        <p id={`${id}-error`} className="text-bad flex items-start gap-1 text-xs font-medium" role="alert">
          <Icon name="incident" size="xs" className="mt-0.5" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="meta">
          {hint}
        </p>
      )}
    </div>
  );
}
