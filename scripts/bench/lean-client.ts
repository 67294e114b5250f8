import { createConnection, type Socket } from "node:net";

export interface LeanRequest {
  method: "GET" | "POST" | "PUT";
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface LeanAnswer {
  status: number;
  body: string;
}

/** One connection that is kept open and carries one request at a time. */
export interface LeanClient {
  send(request: LeanRequest): Promise<LeanAnswer>;
  close(): void;
}

/** A server ends what was idle for five seconds, perhaps at the very moment of the next request. */
const IDLE_AT_MOST_MS = 2_000;

/**
 * An HTTP/1.1 client that costs as little as can be: client and server share the machine, and what the client takes
 * is missing from both servers that are compared. It understands Content-Length and chunked answers.
 */
export function leanClient(baseUrl: string): LeanClient {
  const { hostname, port, host } = new URL(baseUrl);
  let socket: Socket | null = null;
  let received: Buffer[] = [];
  let waiting: { resolve: (answer: LeanAnswer) => void; reject: (error: Error) => void } | null = null;

  let usedAt = 0;

  const drop = () => {
    const idle = socket;
    socket = null;
    idle?.destroy();
  };
  const connect = () => {
    const fresh = createConnection({ host: hostname, port: Number(port), noDelay: true });
    received = [];
    fresh.on("data", (part: Buffer) => {
      received.push(part);
      const answer = parse(received.length === 1 ? part : Buffer.concat(received));
      if (!answer) return;
      received = [];
      waiting?.resolve(answer);
      waiting = null;
    });
    fresh.on("error", (error) => waiting?.reject(error));
    fresh.on("close", () => {
      if (socket !== fresh) return;
      socket = null;
      waiting?.reject(new Error("The connection was closed before the answer was there"));
    });
    return fresh;
  };
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (performance.now() - usedAt > IDLE_AT_MOST_MS) drop();
        usedAt = performance.now();
        write((socket ??= connect()), host, request);
      }),
    close: drop,
  };
}

function write(socket: Socket, host: string, { method, path, headers = {}, body }: LeanRequest): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === "GET" ? "" : `content-length: ${Buffer.byteLength(text)}\r\n`;
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${length}${lines.join("")}\r\n${text}`);
}

const LAST_CHUNK = Buffer.from("\r\n0\r\n\r\n");

/** @returns null while the answer is not whole */
function parse(bytes: Buffer): LeanAnswer | null {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = bytes.toString("latin1", 0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const rest = bytes.subarray(end + 4);
  if (length !== undefined) {
    return rest.length < Number(length) ? null : { status, body: rest.toString("utf8") };
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return { status, body: "" };
  if (!rest.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)) return null;
  return { status, body: joinChunks(rest) };
}

function joinChunks(bytes: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    if (!size) return Buffer.concat(parts).toString("utf8");
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
