import type { Context } from "@/lib/db/context";
import { createStream, type LockedStream } from "./append";

/** The audit log is one stream with a known id. */
export const ADMINISTRATION = "00000000-0000-4000-8000-000000000001";

/** Locks the audit log; begins it when this is its first entry. */
export function lockAdministration(ctx: Context): Promise<LockedStream> {
  return createStream(ctx, ADMINISTRATION, "administration");
}
