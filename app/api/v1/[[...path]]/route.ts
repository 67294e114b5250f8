import { whoAsks } from "@/lib/auth/who-asks";
import { createApplication } from "@/lib/http/application";
import type { Api } from "@/lib/http/api";
import { addressOf } from "@/lib/server/own-headers";
import { parts } from "@/lib/server/parts";

/** The same API application as on the listener, for hosts that run Next alone. */
let application: Promise<Api> | undefined;

async function handle(request: Request): Promise<Response> {
  application ??= parts().then(({ db, clock, signer, log }) =>
    createApplication({ db, clock, signer, log, authenticate: whoAsks, clientAddress: addressOf }),
  );
  return (await application).fetch(request);
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
