import type { BenchDatabase } from "./database";
import { startBare, type Bare } from "./bare";
import { at, consoleActs, type ConsoleActs } from "./console-acts";
import { measure, type Figures } from "./measure";
import { residentMb } from "./memory";
import { roomJavaScript } from "./room-javascript";
import { query } from "./sql";
import { measureStreams, type StreamFigures } from "./streams";
import { serveConsole } from "../load/served-console";
import { stage } from "../support/progress.mjs";

const CLIENTS = [1, 16] as const;
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

/** Measures the console, then the bare server, on one database. */
export async function run(database: BenchDatabase, options: RunOptions): Promise<Result> {
  const { url, secrets, home, facts } = database;
  const served = await stage("Starting the console", () =>
    serveConsole({
      databaseUrl: url,
      home,
      env: { NEXTAUTH_SECRET: secrets.authSecret, QUARTERDECK_SIGNING_KEY: secrets.signingKey },
    }),
  );
  try {
    const idle = residentMb(served.pid());
    const asked = await consoleActs(served.baseUrl, { facts, authSecret: secrets.authSecret, clients: MOST });
    await asked.fillLongest();
    const bytes = await roomJavaScript(served.baseUrl, asked.cookie, facts.longest.key);
    await query(url, "ANALYZE");
    const ofConsole = await stage("Measuring the console", () => measureAll(asked, options.seconds));
    let loaded: number | null = null;
    const room = at(await asked.makeRooms(1), 0);
    const streams = await stage(`Measuring ${options.streams} streams`, () =>
      measureStreams(
        {
          ...options,
          room,
          baseUrl: served.baseUrl,
          databaseUrl: url,
          cookie: asked.cookie,
          tick: asked.ticker(room),
        },
        () => void (loaded = residentMb(served.pid())),
      ),
    );
    const rooms = await asked.makeRooms(MOST);
    asked.close();
    await served.stop();
    const bare = await startBare(url, { facts, rooms });
    // The console has written thousands of rows since.
    await query(url, "ANALYZE");
    try {
      const ofBare = await stage("Measuring the bare server", () => measureAll(bare, options.seconds));
      return { console: ofConsole, bare: ofBare, streams, memory: { idle, loaded }, roomJavaScript: bytes };
    } finally {
      await bare.stop();
    }
  } finally {
    await served.stop();
  }
}

async function measureAll(
  server: Pick<ConsoleActs | Bare, ActName>,
  seconds: number,
): Promise<Record<ActName, Figures[]>> {
  const figures: Partial<Record<ActName, Figures[]>> = {};
  for (const name of acts) {
    figures[name] = [];
    for (const clients of CLIENTS) {
      if (name === "crowdedNote" && clients === 1) continue;
      figures[name].push(await measure(server[name], clients, seconds));
    }
  }
  return figures as Record<ActName, Figures[]>;
}
