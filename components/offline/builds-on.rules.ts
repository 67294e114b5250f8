import type { Entry } from "@/lib/timeline/events";
import type { KeptAct } from "./kept-act";

/**
 * A gap that was filled, and then corrected, without a connection: the correction names the value it saw by the first
 * act, and the console knows that value by an id of its own.
 * @param entries what the console made of `done`
 * @returns what waits as it is to be sent now; null when it does not build on `done`
 */
export function buildsOn(waiting: KeptAct, done: KeptAct, entries: readonly Entry[]): KeptAct | null {
  const { request } = waiting;
  const body = request.body as { expected?: unknown };
  if (waiting.shows.kind !== "gap" || body.expected !== done.id) return null;
  const filled = entries.find((entry) => entry.kind === "placeholder.filled");
  if (!filled) return null;
  return { ...waiting, request: { ...request, body: { ...body, expected: filled.data.value.textId } } };
}
