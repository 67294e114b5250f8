import type { BaseContext } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import type { Actor, PersonActor } from "@/lib/kernel/actor";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import type { Context } from "@/lib/db/context";
import type { Who } from "./people";
import type { StoryClock } from "./story-clock";

/** An organisation in a database, and the clock by which its stories are told. */
export interface World {
  base: BaseContext & { clock: StoryClock };
  /** The present: no story goes beyond it. */
  now: Date;
  people: Record<Who, PersonActor>;
  /** Ids by name. */
  environments: ReadonlyMap<string, string>;
  services: ReadonlyMap<string, string>;
  /** The published version of each runbook, by slug. */
  runbooks: ReadonlyMap<string, { versionId: string; parsed: ParsedRunbook }>;
}

/** Runs a verb as somebody, in a transaction of its own, at the time that the clock shows. */
export function act<Input, Output>(
  base: BaseContext,
  actor: Actor,
  verb: (ctx: Context, input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> {
  return inTransaction({ ...base, actor }, (ctx) => verb(ctx, input));
}

/** What a story names must be there. @throws Error with the name otherwise */
export function named<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name);
  if (found === undefined)
    throw new Error(`Nothing is called ${name}; there are ${[...known.keys()].join(", ")}`);
  return found;
}
