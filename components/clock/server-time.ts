/** Server time on this device: the offset to its own clock, and one tick a second for everything that counts. */

interface Ticker {
  listeners: Set<() => void>;
  /** Those that also count while the window is hidden: the page title. */
  always: Set<() => void>;
  offset: number;
  /** Server time at the last tick, whole seconds in milliseconds; 0 before the first. */
  now: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const ticker: Ticker = { listeners: new Set(), always: new Set(), offset: 0, now: 0, timer: undefined };

/**
 * Sets what time it is at the server; call it whenever an answer or the stream tells.
 * @param serverMs milliseconds since 1970, at this moment
 */
export function setServerTime(serverMs: number): void {
  ticker.offset = serverMs - Date.now();
  if (ticker.now > 0) tick();
}

/** Server time right now, to the millisecond; for an `occurredAt` or a new due time. */
export function serverNow(): number {
  return Date.now() + ticker.offset;
}

/** A time by this device's clock, as the server would tell it. */
export function toServerTime(deviceMs: number): number {
  return deviceMs + ticker.offset;
}

/** Server time as of the last tick. */
export function tickedNow(): number {
  if (ticker.now === 0) ticker.now = wholeSecond();
  return ticker.now;
}

/**
 * Calls back once a second, at the turn of the server's second.
 * @param whenHidden also while nobody looks
 * @returns how to stop
 */
export function onTick(listener: () => void, whenHidden: boolean): () => void {
  const group = whenHidden ? ticker.always : ticker.listeners;
  group.add(listener);
  if (ticker.timer === undefined) start();
  return () => {
    group.delete(listener);
    if (ticker.listeners.size + ticker.always.size === 0) stop();
  };
}

function start() {
  ticker.now = wholeSecond();
  document.addEventListener("visibilitychange", tick);
  wait();
}

function stop() {
  document.removeEventListener("visibilitychange", tick);
  clearTimeout(ticker.timer);
  ticker.timer = undefined;
}

function tick() {
  ticker.now = wholeSecond();
  ticker.always.forEach((listener) => listener());
  if (!document.hidden) ticker.listeners.forEach((listener) => listener());
}

function wait() {
  ticker.timer = setTimeout(
    () => {
      tick();
      wait();
    },
    1_000 - (serverNow() % 1_000),
  );
}

function wholeSecond(): number {
  return Math.floor(serverNow() / 1_000) * 1_000;
}
