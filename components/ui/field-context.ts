"use client";

import { createContext, useContext } from "react";

interface FieldControl {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const FieldContext = createContext<FieldControl | null>(null);
export const FieldProvider = FieldContext.Provider;

/** The attributes that tie a control to the label, hint and error of the `Field` around it; none outside one. */
export function useFieldAttributes() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid || undefined,
    "aria-required": field.required || undefined,
  };
}

/** The same for a group of controls, which a label element cannot name. */
export function useFieldGroupAttributes() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    "aria-labelledby": field.labelId,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid || undefined,
  };
}
