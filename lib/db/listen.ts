import pg from "pg";
import type { Logger } from "pino";

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;

export interface Listening {
  /** Whether notifications arrive right now. */
  isLive: () => boolean;
  stop: () => Promise<void>;
}

/**
 * Listens on a channel with a connection of its own, which comes back by itself after it was lost.
 * @param onMessage gets each payload
 * @param onConnected after each (re)connect but the first: what was told in between was missed, so read again
 */
export function listen(
  url: string,
  channel: string,
  log: Logger,
  { onMessage, onConnected }: { onMessage: (payload: string) => void; onConnected: () => void },
): Listening {
  let client: pg.Client | null = null;
  let stopped = false;
  let retryMs = FIRST_RETRY_MS;
  let connectedBefore = false;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: "quarterdeck listen",
      keepAlive: true,
    });
    const lost = once(() => {
      client = null;
      void fresh.end().catch(() => {});
      if (!stopped) timer = setTimeout(() => void connect(), retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    });
    fresh.on("error", lost);
    fresh.on("end", lost);
    fresh.on("notification", ({ payload }) => onMessage(payload ?? ""));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      client = fresh;
      retryMs = FIRST_RETRY_MS;
      if (connectedBefore) onConnected();
      connectedBefore = true;
    } catch (error) {
      log.warn({ err: error }, "cannot listen for notifications, trying again");
      lost();
    }
  };

  void connect();
  return {
    isLive: () => client !== null,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}
