import type { Logger } from "pino";

/** Looked at least so often, in case a wake-up was lost. */
const EVERY_MS = 5_000;
/** A loop that has got nowhere for so long is not running. */
const STALE_MS = 30_000;

export interface Loop {
  /** Makes a round now, or another one right after the present one. */
  wake: () => void;
  /** Whether rounds come to an end, or at least get on. */
  isRunning: () => boolean;
  /** Starts no further round, and waits for the present one. */
  stop: () => Promise<void>;
}

/**
 * Makes rounds: at once, when woken, when the next work is due, and every 5 s. Never two at a time.
 * @param round does what is due and says in how many milliseconds there is more; null: not known to be any. A long
 *   one calls `getsOn` now and then, so that it is not taken for one that hangs
 */
export function startLoop(
  round: (getsOn: () => void) => Promise<number | null>,
  { log, onRound }: { log: Logger; onRound: (result: "ok" | "failed") => void },
): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let lastOk = -Infinity;

  const getsOn = () => {
    lastOk = performance.now();
  };

  const make = async () => {
    let wait = EVERY_MS;
    try {
      do {
        again = false;
        const next = await round(getsOn);
        wait = Math.min(EVERY_MS, Math.max(next ?? EVERY_MS, 1));
        getsOn();
        onRound("ok");
      } while (again && !stopped);
    } catch (error) {
      log.error({ err: error }, "a round of due work failed");
      onRound("failed");
    }
    running = null;
    if (stopped) return;
    if (again) wake();
    else timer = setTimeout(wake, wait);
  };

  const wake = () => {
    again = running !== null;
    if (running || stopped) return;
    clearTimeout(timer);
    running = make();
  };

  wake();
  return {
    wake,
    isRunning: () => !stopped && performance.now() - lastOk < STALE_MS,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
