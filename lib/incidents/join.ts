import type { Context } from "@/lib/db/context";
import type { Written } from "./dto";
import { ensureJoined } from "./ensure-joined";
import { lockIncident } from "./locked-incident";
import { personOf } from "./person-of";
import { written } from "./written";

/** The actor takes part as responder. Whoever takes part already stays what they are, without an entry. */
export async function join(ctx: Context, { key }: { key: string }): Promise<Written> {
  const incident = await lockIncident(ctx, key, "person.join");
  personOf(ctx);
  return written(incident, ...(await ensureJoined(ctx, incident)));
}
