import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A chat server that takes incoming webhooks, as far as the console can tell. */
export interface Receiver {
  url: string;
  /** What arrived: the texts under each message's id; more than one where it was posted again. */
  received: ReadonlyMap<string, readonly string[]>;
  stop(): Promise<void>;
}

const REFUSE_EVERY = 20;

/** Listens on 127.0.0.1; takes every twentieth message only at its second try. */
export async function startReceiver(): Promise<Receiver> {
  const received = new Map<string, string[]>();
  const refused = new Set<string>();
  let arrivals = 0;
  const server = createServer((request, response) => {
    const id = String(request.headers["idempotency-key"]);
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => {
      if (!received.has(id) && !refused.has(id) && ++arrivals % REFUSE_EVERY === 0) {
        refused.add(id);
        response.writeHead(503).end("busy");
        return;
      }
      const { text } = JSON.parse(body) as { text: string };
      received.set(id, [...(received.get(id) ?? []), text]);
      response.writeHead(200).end("ok");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/chaos`,
    received,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
