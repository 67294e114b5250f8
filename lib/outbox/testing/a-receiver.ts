import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Received {
  headers: IncomingHttpHeaders;
  /** What a chat server would show. */
  text: string;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** The status it answers from now on. */
  answer: (status: number) => void;
  close: () => Promise<void>;
}

/** A real HTTP server on this machine that takes webhook messages, as Slack or Mattermost would. */
export async function aReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const parsed = JSON.parse(body) as { text: string };
      received.push({ headers: request.headers, text: parsed.text });
      response.writeHead(status).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/s3cr`,
    received,
    answer: (next) => (status = next),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
