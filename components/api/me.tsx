"use client";

import { createContext, useContext, type ReactNode } from "react";
import { claimTab } from "@/components/ui/tab-memory";
import type { PersonActor } from "@/lib/kernel/actor";

/** Who is signed in: an actor as the policy knows it, with a name. */
export type Me = PersonActor & { name: string };

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  // Before anything below reads what the tab keeps.
  claimTab(me.id);
  return <MeContext value={me}>{children}</MeContext>;
}

/** The signed-in person. @throws Error outside the console's pages */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe needs the console's layout around it");
  return me;
}
