import type { Context } from "@/lib/db/context";
import type { PersonActor } from "@/lib/kernel/actor";
import { Failure } from "@/lib/kernel/errors";

/**
 * The person who acts.
 * @throws Failure `forbidden` for a token or the console itself: neither can command or take part
 */
export function personOf(ctx: Context): PersonActor {
  if (ctx.actor.kind !== "person") throw new Failure("forbidden", "Only a person can do this.");
  return ctx.actor;
}
