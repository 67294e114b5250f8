import type { BenchDatabase } from "./database";
import { startBare } from "./bare";
import { at, consoleActs, type ConsoleActs } from "./console-acts";
import { measure, type Figures } from "./measure";
import { residentMb } from "./memory";
import { roomJavaScript } from "./room-javascript";
import { query } from "./sql";
import { measureStreams, type StreamFigures } from "./streams";
import type { Shutdown } from "../launch/shutdown";
import { serveConsole } from "../load/served-console";
import { stage } from "../support/progress.mjs";

const MOST = 16;

/** What is asked of both servers, in the order in which it is measured: declaring last, it makes the lists longer. */
export const acts = ["list", "room", "note", "crowdedNote", "tick", "declare"] as const;
export type ActName = (typeof acts)[number];

export interface Result {
  console: Record<ActName, Figures[]>;
  bare: Record<ActName, Figures[]>;
  streams: StreamFigures;
  /** In MB; null where the system does not say. */
  memory: { idle: number | null; loaded: number | null };
  /** Bytes as sent. */
  roomJavaScript: number;
}

export interface RunOptions {
  seconds: number;
  streams: number;
  ticks: number;
}

/** Measures the console and the bare server side by side on one database. */
export async function run(database: BenchDatabase, shutdown: Shutdown, options: RunOptions): Promise<Result> {
  const { served, asked } = await serve(database, shutdown);
  const idle = residentMb(served.pid());
  await asked.fillLongest();
  const bytes = await roomJavaScript(served.baseUrl, asked.cookie, database.facts.longest.key);
  const figures = await measureBoth(database, shutdown, { asked, seconds: options.seconds, only: acts });
  let loaded: number | null = null;
  const room = at(await asked.makeRooms(1), 0);
  const streams = await stage(`Measuring ${options.streams} streams`, () =>
    measureStreams(
      {
        ...options,
        room,
        baseUrl: served.baseUrl,
        databaseUrl: database.url,
        cookie: asked.cookie,
        tick: asked.ticker(room),
      },
      () => void (loaded = residentMb(served.pid())),
    ),
  );
  asked.close();
  return { ...figures, streams, memory: { idle, loaded }, roomJavaScript: bytes };
}

/** The same for some kinds of request, and nothing else. */
export async function runSome(
  database: BenchDatabase,
  shutdown: Shutdown,
  options: { seconds: number; only: readonly ActName[] },
): Promise<Pick<Result, "console" | "bare">> {
  const { asked } = await serve(database, shutdown);
  if (options.only.includes("room")) await asked.fillLongest();
  const figures = await measureBoth(database, shutdown, { asked, ...options });
  asked.close();
  return figures;
}

async function serve({ url, secrets, home, facts }: BenchDatabase, shutdown: Shutdown) {
  const served = await stage("Starting the console", () =>
    serveConsole({
      databaseUrl: url,
      home,
      env: { NEXTAUTH_SECRET: secrets.authSecret, QUARTERDECK_SIGNING_KEY: secrets.signingKey },
    }),
  );
  shutdown.add(() => served.stop());
  const asked = await consoleActs(served.baseUrl, { facts, authSecret: secrets.authSecret, clients: MOST });
  return { served, asked };
}

/** One right after the other for each kind of request: what else the machine does meets both. */
async function measureBoth(
  { url, facts }: BenchDatabase,
  shutdown: Shutdown,
  { asked, seconds, only }: { asked: ConsoleActs; seconds: number; only: readonly ActName[] },
): Promise<Pick<Result, "console" | "bare">> {
  const bare = await startBare(url, { facts, rooms: await asked.makeRooms(MOST) });
  shutdown.add(() => bare.stop());
  await query(url, "ANALYZE");
  const servers = { console: asked, bare };
  const empty = () =>
    Object.fromEntries(acts.map((name) => [name, []])) as unknown as Record<ActName, Figures[]>;
  const figures = { console: empty(), bare: empty() };
  await stage("Measuring both servers", async () => {
    for (const name of acts.filter((one) => only.includes(one))) {
      for (const clients of name === "crowdedNote" ? [MOST] : [1, MOST]) {
        for (const server of ["console", "bare"] as const)
          figures[server][name].push(await measure(servers[server][name], clients, seconds));
      }
    }
  });
  return figures;
}
