import { createStore } from "@/components/ui/store";

/** Whether the console answered the last request, and since when it does not: milliseconds since 1970, this device's. */
export const reach = createStore<{ away: boolean; since: number }>({ away: false, since: 0 });

let answeredAt = 0;

/**
 * Every answer and every request that found no console says so here.
 * @param begunAt when the request went out: one that hung on a dead line says nothing of the line that has answered since
 */
export function noteReach(answered: boolean, begunAt: number): void {
  if (!answered && begunAt < answeredAt) return;
  if (answered) answeredAt = Date.now();
  if (reach.get().away === !answered) return;
  reach.set(() => ({ away: !answered, since: Date.now() }));
}

/** True while requests do not reach the console. */
export function isAway(): boolean {
  return reach.get().away;
}

const LOOK_MS = 8_000;

/** Asks whether the console is there: the stream may be held up by something that lets requests through. */
export async function lookForConsole(): Promise<void> {
  const begunAt = Date.now();
  await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(LOOK_MS) }).then(
    ({ ok }) => noteReach(ok, begunAt),
    () => noteReach(false, begunAt),
  );
}
