import "server-only";
import { notFound } from "next/navigation";
import type { Action } from "./policy.rules";
import { can } from "./policy.rules";
import { requireActor } from "./current-actor";
import type { ReadContext } from "@/lib/db/context";
import { parts } from "@/lib/server/parts";

/** A page's context for its queries, when this person may do `action`; for everybody else the page is not there. */
export async function contextFor(action: Action): Promise<ReadContext> {
  const actor = await requireActor();
  if (!can(actor, action)) notFound();
  const { db, clock } = await parts();
  return { db, clock, actor };
}
