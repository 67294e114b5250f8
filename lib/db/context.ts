import type { Actor } from "@/lib/kernel/actor";
import type { Clock } from "@/lib/kernel/clock";
import type { Signer } from "@/lib/kernel/signer";
import type { Db, Tx } from "./client";

/** What a request or a piece of due work brings: who acts, when, and how entries are signed. */
export interface BaseContext {
  db: Db;
  actor: Actor;
  clock: Clock;
  signer: Signer;
  requestId: string;
}

/** A context inside a transaction: what every verb gets. */
export interface Context extends Omit<BaseContext, "db"> {
  db: Tx;
}

/** What a query gets: reads need no signer. */
export type ReadContext = Pick<Context, "actor" | "clock"> & { db: Tx };

/** A use case: one file, named for what it does. Runs inside a transaction that its caller opened. */
export type Verb<Input, Output> = (ctx: Context, input: Input) => Promise<Output>;
