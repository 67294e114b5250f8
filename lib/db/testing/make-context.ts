import type { BaseContext } from "@/lib/db/context";
import { connect } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import { systemActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { newSigningKey, signerFrom } from "@/lib/timeline/signing";
import { testDatabaseUrl } from "./database";

/** A clock that a test sets and moves. */
export class MovableClock {
  constructor(private at = new Date("2026-03-01T03:00:00.000Z")) {}
  now(): Date {
    return new Date(this.at);
  }
  /** @param minutes how far to move on */
  advance(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

export interface TestContext extends BaseContext {
  clock: MovableClock;
  /** The same context with somebody else acting. */
  as: (actor: Actor) => TestContext;
}

/** A context on this test file's own database, acting as the console until told otherwise. */
export async function testContext(): Promise<TestContext> {
  const db = connect(await testDatabaseUrl(), 8);
  const make = (actor: Actor): TestContext => ({
    db,
    actor,
    clock,
    signer,
    requestId: newId(),
    as: make,
  });
  const clock = new MovableClock();
  const signer = signerFrom(newSigningKey());
  return make(systemActor("test"));
}
