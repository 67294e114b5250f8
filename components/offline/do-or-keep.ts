import { ApiError, apiWrite, newIdempotencyKey } from "@/components/api/fetch";
import { inTurn } from "@/components/api/in-turn";
import { isAway, noteReach } from "@/components/api/reach";
import type { Written } from "@/lib/incidents/dto";
import type { Entry } from "@/lib/timeline/events";
import { keep } from "./kept";
import type { KeptAct } from "./kept-act";
import { kept } from "./kept-store";
import { outcomeOf, SEND_MS } from "./outcome.rules";

type Act = Omit<KeptAct, "id" | "tried" | "failures" | "refusal">;

/** What became of an act: the console has it, this browser keeps it, or it was refused. */
export type Done =
  | { kind: "done"; entries: readonly Entry[] }
  | { kind: "kept" }
  | { kind: "refused"; why: string };

/**
 * Does something that can be done without a connection: sends it, or keeps it while the console cannot be reached or
 * earlier acts still wait. The request is the same either way, so that sending it again cannot do it twice.
 */
export function doOrKeep(act: Act): Promise<Done> {
  return inTurn(act.request.path, () => sendOrKeep(act));
}

async function sendOrKeep(act: Act): Promise<Done> {
  const one: KeptAct = { ...act, id: newIdempotencyKey(), tried: false, failures: 0, refusal: null };
  if (isAway() || kept.get().acts.some(({ refusal }) => refusal === null)) {
    keep(one);
    return { kind: "kept" };
  }
  const { method, path, body } = act.request;
  const begunAt = Date.now();
  const options = { idempotencyKey: one.id, personId: act.personId, signal: AbortSignal.timeout(SEND_MS) };
  try {
    return { kind: "done", entries: (await apiWrite<Written>(method, path, body, options)).entries };
  } catch (error) {
    if (!(error instanceof ApiError)) noteReach(false, begunAt);
    else if (outcomeOf(error).kind === "refused") {
      return { kind: "refused", why: error.detail };
    }
    keep({ ...one, tried: true });
    return { kind: "kept" };
  }
}
