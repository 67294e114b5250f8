import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that checks ask. */
export interface FarEnd {
  port: number;
  /** What it was asked. */
  asked: { url: string; authorization: string | undefined }[];
  /** What it says; `{url}` is what it was asked. */
  says: { status: number; body: string };
  /** What happens elsewhere while it is asked. */
  meanwhile: () => Promise<unknown>;
  /** As new. */
  reset: () => void;
  close: () => void;
}

export async function aFarEnd(): Promise<FarEnd> {
  const server: Server = createServer(async (request, response) => {
    const { url = "", headers } = request;
    end.asked.push({ url, authorization: headers.authorization });
    await end.meanwhile();
    response.writeHead(end.says.status).end(end.says.body.replace("{url}", url));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const fresh = () => ({
    asked: [],
    says: { status: 200, body: '{"state":"ok"}' },
    meanwhile: () => Promise.resolve(),
  });
  const end: FarEnd = {
    ...fresh(),
    port: (server.address() as AddressInfo).port,
    reset: () => void Object.assign(end, fresh()),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return end;
}
