import type { TestContext } from "@/lib/db/testing/make-context";
import type { Api } from "@/lib/http/api";
import { createApplication } from "@/lib/http/application";
import type { Actor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { createLog } from "@/lib/kernel/log";

const ACTOR_HEADER = "x-test-actor";

export interface Sent {
  body?: unknown;
  /** The body as it goes over the wire, instead of `body` as JSON. */
  raw?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  headers?: Record<string, string | null>;
}

export interface AnApplication {
  api: Api;
  /** Sends a request as the console's own pages do. A header of null is left out. */
  send(actor: Actor | null, method: string, path: string, sent?: Sent): Promise<Response>;
}

/** The whole API application on this test's database; who asks is told by a header. */
export function anApplication({
  db,
  clock,
  signer,
}: Pick<TestContext, "db" | "clock" | "signer">): AnApplication {
  const api = createApplication({
    ...{ db, clock, signer, log: createLog("silent") },
    authenticate: async (request) => JSON.parse(request.headers.get(ACTOR_HEADER) ?? "null") as Actor | null,
    clientAddress: () => "192.0.2.1",
  });
  return {
    api,
    send: async (actor, method, path, { body, raw, headers = {} } = {}) => {
      const reads = method === "GET";
      const all = {
        ...(actor && { [ACTOR_HEADER]: JSON.stringify(actor) }),
        ...(!reads && { "content-type": "application/json", "sec-fetch-site": "same-origin" }),
        ...(!reads && { "idempotency-key": newId() }),
        ...headers,
      };
      const kept = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null);
      const content = raw ?? (reads ? undefined : JSON.stringify(body ?? {}));
      return api.request(`/api/v1${path}`, {
        method,
        headers: kept,
        body: content,
        duplex: "half",
      } as RequestInit);
    },
  };
}
