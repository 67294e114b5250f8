import type { Logger } from "pino";
import { databaseClock, type DatabaseClock } from "@/lib/db/clock";
import { sharedDb, type Db } from "@/lib/db/client";
import { env, type Env } from "@/lib/kernel/env";
import { createLog } from "@/lib/kernel/log";
import type { Signer } from "@/lib/kernel/signer";
import { signerFrom } from "@/lib/timeline/signing";

/** What one process needs for everything else; made once a module instance. */
export interface Parts {
  env: Env;
  db: Db;
  clock: DatabaseClock;
  signer: Signer;
  log: Logger;
}

const shared = globalThis as { quarterdeckParts?: Promise<Parts> };

/** The process's parts. @throws when the configuration is wrong or the database does not answer */
export function parts(): Promise<Parts> {
  shared.quarterdeckParts ??= make().catch((error: unknown) => {
    delete shared.quarterdeckParts;
    throw error;
  });
  return shared.quarterdeckParts;
}

async function make(): Promise<Parts> {
  const settings = env();
  return {
    env: settings,
    db: sharedDb(settings.databaseUrl, settings.databaseUrl !== settings.directDatabaseUrl),
    clock: await databaseClock(settings.directDatabaseUrl, settings.testClock),
    signer: signerFrom(settings.signingKey),
    log: createLog(settings.logLevel),
  };
}
