import { parseArgs } from "node:util";
import { issueSetupLink } from "@/lib/auth/issue-setup-link";
import { linkUrl } from "@/lib/auth/links/link-url";
import { makeResetLink } from "@/lib/auth/make-reset-link";
import { connect } from "@/lib/db/client";
import { databaseClock } from "@/lib/db/clock";
import type { BaseContext } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import { systemActor } from "@/lib/kernel/actor";
import { readEnv, readSettings } from "@/lib/kernel/env";
import { newId } from "@/lib/kernel/ids";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { signerFrom } from "@/lib/timeline/signing";
import { readHolder } from "./launch/lock";
import { withDatabase } from "./support/with-database";

const USAGE = `npm run admin -- reset EMAIL   a link by which this person sets a new password, for one hour
npm run admin -- link          a new set-up link while nobody has an account, for 24 hours`;

/** What an administrator can do who cannot sign in: whoever may run this on the server may do it. */
try {
  console.log(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function main(): Promise<string> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [command, email, ...rest] = positionals;
  if (rest.length > 0) throw new Error(USAGE);
  if (command === "reset" && email) return withContext((ctx) => reset(ctx, email));
  if (command === "link" && !email) return withContext(link);
  throw new Error(USAGE);
}

async function reset(base: BaseContext, address: string): Promise<string> {
  const email = address.trim().toLowerCase();
  const { url } = await inTransaction(base, (ctx) => makeResetLink(ctx, { email }));
  return `${email} sets a new password here; the link works once, for one hour:\n${url}`;
}

async function link(base: BaseContext): Promise<string> {
  const made = await issueSetupLink(base);
  if (!made)
    throw new Error('Somebody has an account already. For a new password: "npm run admin -- reset EMAIL".');
  return `Make the first administrator here; the link works once, for 24 hours:\n${linkUrl("setup", made.token)}`;
}

function withContext(act: (base: BaseContext) => Promise<string>): Promise<string> {
  const settings = readSettings();
  // The links must lead to the console that runs, whatever PORT it was started with.
  process.env.PUBLIC_URL ??= readHolder(settings.dataDir)?.address ?? settings.publicUrl;
  return withDatabase("npm run admin", async ({ url, directUrl }) => {
    const { signingKey, testClock } = readEnv();
    const db = connect(url, 2);
    const clock = await databaseClock(directUrl, testClock);
    const signer = signerFrom(signingKey);
    try {
      await registerSigningKey(db, signer, clock.now());
      return await act({ db, clock, signer, actor: systemActor("command-line"), requestId: newId() });
    } finally {
      await clock.stop();
      await db.$disconnect();
    }
  });
}
