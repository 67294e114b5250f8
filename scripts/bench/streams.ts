import { createConnection, type Socket } from "node:net";
import type { Room } from "./console-acts";
import type { Act } from "./measure";
import { percentile } from "./measure";
import { query } from "./sql";

export interface StreamFigures {
  streams: number;
  ticks: number;
  p50Ms: number;
  p99Ms: number;
}

export interface StreamsOptions {
  baseUrl: string;
  databaseUrl: string;
  cookie: string;
  room: Room;
  streams: number;
  ticks: number;
  /** Ticks a step of this room. */
  tick: Act;
}

const GIVE_UP_MS = 10_000;

/**
 * Opens so many live streams of one room, ticks a step again and again, and takes the time from the commit of each
 * tick, by PostgreSQL's own record of it, to the moment when the last stream has it.
 * @param whileOpen runs when all of it was measured and the streams are still there
 */
export async function measureStreams(
  options: StreamsOptions,
  whileOpen: () => void | Promise<void>,
): Promise<StreamFigures> {
  const { databaseUrl, room, streams, ticks, tick } = options;
  const seqBefore = await headOf(databaseUrl, room.id);
  let waited = seqBefore;
  let arrived = 0;
  let onAll = () => {};
  const onEntry = (seq: number) => {
    if (seq !== waited) return;
    arrived += 1;
    if (arrived === streams) onAll();
  };
  const sockets: Socket[] = [];
  for (let index = 0; index < streams; index++)
    sockets.push(await openStream(options, { id: room.id, seq: seqBefore }, onEntry));
  const wallClock = wallClockOffset();
  const ends: number[] = [];
  for (let count = 0; count < ticks; count++) {
    waited += 1;
    arrived = 0;
    const all = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Only ${arrived} streams got a tick`)), GIVE_UP_MS);
      onAll = () => {
        clearTimeout(timer);
        resolve(performance.now() + wallClock);
      };
    });
    await tick(0);
    ends.push(await all);
  }
  const commits = await commitTimes(databaseUrl, room.id, seqBefore);
  const times = ends.map((end, index) => end - (commits[index] ?? Number.NaN));
  await whileOpen();
  sockets.forEach((socket) => socket.destroy());
  return { streams, ticks, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
}

/**
 * Resolves when the stream has begun.
 * @param from the room, and the last entry it has been seen to
 * @param onEntry told of each further entry, once
 */
function openStream(
  { baseUrl, cookie }: StreamsOptions,
  from: { id: string; seq: number },
  onEntry: (seq: number) => void,
) {
  const { hostname, port, host } = new URL(baseUrl);
  let seq = from.seq;
  return new Promise<Socket>((resolve, reject) => {
    const socket = createConnection({ host: hostname, port: Number(port) });
    socket.once("error", reject);
    socket.once("data", (first) => {
      if (!first.toString("latin1").startsWith("HTTP/1.1 200")) {
        reject(new Error(`A stream was refused: ${first.toString("latin1").split("\r\n")[0]}`));
      }
      socket.on("data", (part) => {
        if (part.includes(`"seq":${seq + 1},`)) onEntry(++seq);
      });
      resolve(socket);
    });
    socket.write(
      `GET /api/stream?rooms=${from.id}:${from.seq} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n` +
        "accept: text/event-stream\r\n\r\n",
    );
  });
}

/** What to add to the monotonic clock for the time of day, which alone shows whole milliseconds only. */
function wallClockOffset(): number {
  let offset = -Infinity;
  for (let count = 0; count < 20_000; count++) offset = Math.max(offset, Date.now() - performance.now());
  return offset;
}

async function headOf(url: string, id: string): Promise<number> {
  const [row] = await query<{ seq: number }>(url, `SELECT head_seq AS seq FROM streams WHERE id = $1`, [id]);
  return row?.seq ?? 0;
}

/** When each entry after `seq` was committed, in epoch milliseconds. */
async function commitTimes(url: string, id: string, seq: number): Promise<number[]> {
  const rows = await query<{ at: number }>(
    url,
    `SELECT (extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000)::float8 AS at
     FROM timeline_entries WHERE stream_id = $1 AND seq > $2 ORDER BY seq`,
    [id, seq],
  );
  return rows.map(({ at }) => at);
}
