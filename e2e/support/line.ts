import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";
import type { Console } from "./server";

/** The network between one browser and the console: an address of its own that can be cut. */
export interface Line {
  /** The console, as it is reached over this line. */
  console: Console;
  /** Every connection breaks, and none can be made: pages, streams and workers alike. */
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
}

/** A line to a console. Workers have connections that a browser's own "offline" switch does not reach; this does. */
export async function aLine(console: Console): Promise<Line> {
  const { hostname, port: target } = new URL(console.baseUrl);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(target), "127.0.0.1");
    for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
      open.add(socket);
      socket.pipe(other);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    console: { ...console, baseUrl: `http://${hostname}:${(server.address() as AddressInfo).port}` },
    cut,
    mend: () => (isCut = false),
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
