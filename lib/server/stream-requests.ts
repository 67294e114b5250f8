import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Actor } from "@/lib/kernel/actor";
import { id } from "@/lib/timeline/events/common";
import { Connection } from "./live/connection";
import type { Hub } from "./live/hub";

const ROOMS_AT_MOST = 50;
const room = z.tuple([id, z.coerce.number().int().nonnegative()]);

/**
 * GET /api/stream?rooms=<incident id>:<last entry>,… : everything this actor may see, as server-sent events.
 * Events: time, entries, row, gone, notice, presence, resync.
 */
export async function serveStream(
  request: IncomingMessage,
  response: ServerResponse,
  hub: Hub,
  authenticate: () => Promise<Actor | null>,
): Promise<void> {
  const actor = await authenticate();
  if (!actor) {
    response.writeHead(401, { "content-type": "text/plain" }).end("Sign in first.\n");
    return;
  }
  const rooms = parseRooms(new URL(request.url ?? "/", "http://localhost").searchParams.get("rooms"));
  if (!rooms) {
    response.writeHead(400, { "content-type": "text/plain" }).end("rooms must be id:seq,id:seq\n");
    return;
  }
  if (response.destroyed) return;
  const connection = new Connection(actor, response);
  response.on("close", () => hub.remove(connection));
  const added = hub.add(connection, rooms);
  // A session that ended between the two was not among the streams that were dropped.
  if (!(await authenticate())) connection.close();
  await added;
}

function parseRooms(text: string | null): Map<string, number> | null {
  if (!text) return new Map();
  const parsed = z
    .array(room)
    .max(ROOMS_AT_MOST)
    .safeParse(text.split(",").map((part) => part.split(":")));
  return parsed.success ? new Map(parsed.data) : null;
}
