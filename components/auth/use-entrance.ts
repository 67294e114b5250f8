"use client";

import { useState } from "react";
import { useWrite } from "@/components/api/use-write";
import type { Entered } from "@/lib/auth/dto";
import { enter } from "./enter";

/**
 * Sends a form by which somebody comes in, then signs them in.
 * @param path the noun below /api/v1
 * @param token of the one-time link
 */
export function useEntrance(path: string, token: string) {
  // Stays busy until the next page is there: between the answer and the sign-in nothing may be pressed again.
  const [entering, setEntering] = useState(false);
  const write = useWrite<Entered, Record<string, string>>(
    (fields) => ({ method: "POST", path, body: { ...fields, token } }),
    {
      onSuccess: ({ email }, { password = "" }) => {
        setEntering(true);
        void enter(email, password);
      },
    },
  );
  const { error } = write;
  const fields = ["name", "email", "password", "timeZone"].filter((name) => error?.field(name));
  return {
    submit: write.mutate,
    busy: write.isPending || entering,
    fieldError: (name: string) => error?.field(name),
    /** What stands at no field. */
    error: error && fields.length === 0 ? error.detail : undefined,
  };
}
