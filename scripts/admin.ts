import { parseArgs } from "node:util";
import { issueSetupLink } from "@/lib/auth/issue-setup-link";
import { linkUrl } from "@/lib/auth/links/link-url";
import { makeResetLink } from "@/lib/auth/make-reset-link";
import type { BaseContext } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import { readSettings } from "@/lib/kernel/env";
import { readHolder } from "./launch/lock";
import { withContext } from "./support/with-context";

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
  if (command === "reset" && email) return onTheConsole((base) => reset(base, email));
  if (command === "link" && !email) return onTheConsole(link);
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

function onTheConsole(act: (base: BaseContext) => Promise<string>): Promise<string> {
  const settings = readSettings();
  // The links must lead to the console that runs, whatever PORT it was started with.
  process.env.PUBLIC_URL ??= readHolder(settings.dataDir)?.address ?? settings.publicUrl;
  return withContext("npm run admin", act);
}
