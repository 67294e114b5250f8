import type { ServerResponse } from "node:http";
import type { Actor } from "@/lib/kernel/actor";

/** A reader that lets this much pile up is cut off; it comes back and resumes. */
const MAX_UNSENT_BYTES = 4 * 1024 * 1024;

/** One open stream to one browser. Writes server-sent events (WHATWG HTML, "Server-sent events"). */
export class Connection {
  /** Rooms it follows, each with the last entry it has been sent; null while it catches up. */
  readonly rooms = new Map<string, number | null>();

  constructor(
    readonly actor: Actor,
    private readonly response: ServerResponse,
  ) {
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      connection: "keep-alive",
    });
    response.flushHeaders();
  }

  /** Sends bytes made by `frame`; to a stream that was ended, none: writing there is an error nobody catches. */
  send(bytes: Buffer): void {
    if (this.response.destroyed || this.response.writableEnded) return;
    this.response.write(bytes);
    if (this.response.writableLength > MAX_UNSENT_BYTES) this.response.destroy();
  }

  close(): void {
    this.response.end();
  }
}

/** One event as bytes, made once and sent to many. */
export function frame(event: string, data: unknown): Buffer {
  return Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
