import { connect } from "@/lib/db/client";
import { databaseClock } from "@/lib/db/clock";
import type { BaseContext } from "@/lib/db/context";
import { systemActor } from "@/lib/kernel/actor";
import { readEnv } from "@/lib/kernel/env";
import { newId } from "@/lib/kernel/ids";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { signerFrom } from "@/lib/timeline/signing";
import { withDatabase } from "./with-database";

/** Runs verbs from the terminal, as the console itself, on the database that `npm start` serves. */
export function withContext<T>(name: string, act: (base: BaseContext) => Promise<T>): Promise<T> {
  return withDatabase(name, () => contextFromEnv(act));
}

/** The same where the environment names the database already, as in a program that `npm start` runs. */
export async function contextFromEnv<T>(act: (base: BaseContext) => Promise<T>): Promise<T> {
  const { databaseUrl, directDatabaseUrl, signingKey, testClock } = readEnv();
  const db = connect(databaseUrl, 4, databaseUrl !== directDatabaseUrl);
  const clock = await databaseClock(directDatabaseUrl, testClock);
  const signer = signerFrom(signingKey);
  try {
    await registerSigningKey(db, signer, clock.now());
    return await act({ db, clock, signer, actor: systemActor("command-line"), requestId: newId() });
  } finally {
    await clock.stop();
    await db.$disconnect();
  }
}
