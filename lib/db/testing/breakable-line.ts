import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A line to PostgreSQL that a test can break at a moment of its choosing. */
export interface BreakableLine {
  /** Connection string of the same database, through the line. */
  url: string;
  /** Breaks the connection that says this, once; PostgreSQL has heard and answered it, or has not. */
  breakAt(words: string, heard: "heard" | "unheard"): void;
  /** Once: lets PostgreSQL say goodbye right behind its next answer to this, in one piece, then breaks. */
  sayGoodbyeAfter(words: string): void;
  stop(): Promise<void>;
}

interface Plan {
  words: string;
  act: "heard" | "unheard" | "goodbye";
}

/** @param url connection string of a database on loopback */
export async function breakableLine(url: string): Promise<BreakableLine> {
  const target = new URL(url);
  const port = Number(target.port);
  const sockets = new Set<Socket>();
  let plan: Plan | undefined;

  const server = createServer((near) => {
    const far = connect(port, target.hostname);
    let broken: Plan["act"] | undefined;
    const cut = () => [near, far].forEach((socket) => socket.destroy());
    for (const socket of [near, far]) sockets.add(socket.on("close", cut).on("error", cut));
    near.on("data", (bytes) => {
      if (plan && bytes.includes(plan.words)) {
        broken = plan.act;
        plan = undefined;
      }
      if (broken === "unheard") cut();
      else far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (broken === "heard") cut();
      else if (broken === "goodbye" && endsReady(bytes)) near.end(Buffer.concat([bytes, GOODBYE]));
      else near.write(bytes);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  target.port = String((server.address() as AddressInfo).port);
  return {
    url: target.href,
    breakAt: (words, heard) => void (plan = { words, act: heard }),
    sayGoodbyeAfter: (words) => void (plan = { words, act: "goodbye" }),
    stop: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** ErrorResponse, FATAL 57P01. Source: PostgreSQL documentation, "Message Formats". */
const GOODBYE = message("E", "SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0");

function message(type: string, body: string): Buffer {
  const bytes = Buffer.from(body, "latin1");
  const head = Buffer.alloc(5);
  head.write(type, "latin1");
  head.writeInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}

/** Whether the last message is ReadyForQuery: Z, five bytes, a state. */
function endsReady(bytes: Buffer): boolean {
  return bytes.length >= 6 && bytes.subarray(-6, -1).equals(Buffer.from([0x5a, 0, 0, 0, 5]));
}
