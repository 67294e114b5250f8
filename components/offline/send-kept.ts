import type { Entry } from "@/lib/timeline/events";
import { buildsOn } from "./builds-on.rules";
import type { KeptAct } from "./kept-act";
import type { Answered } from "./outcome.rules";

/** Where acts are kept; shared by the tabs of a browser. */
export interface ActStore {
  /** In the order in which they were done. */
  all: () => Promise<KeptAct[]>;
  put: (act: KeptAct) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

export interface Sending {
  store: ActStore;
  /** Whose acts: those of others wait until they sign in. */
  personId: string;
  deliver: (act: KeptAct) => Promise<Answered>;
  /** Hears of each act that is done, before it leaves the store. */
  onDone: (act: KeptAct, entries: readonly Entry[]) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** After so many answers of "cannot" an act makes way for those behind it. */
const AT_MOST_FAILURES = 5;
/** The console knows for 48 hours which acts it has done (lib/due/housekeeping.ts). */
const SAFE_MS = 40 * 3_600_000;
const TOO_OLD = "It was sent more than a day ago and nobody knows whether it arrived. Look at the timeline.";

/**
 * Sends what is kept, one after the other, in the order in which it was done. It reads the store before each one: with
 * several tabs at it none overtakes another, and what is sent twice is done once. A refusal stays in the store, marked,
 * and holds nobody up.
 * @returns `away`: try again later; `signed_out`: nothing more goes out in this session
 */
export async function sendKept(sending: Sending): Promise<"all" | "away" | "signed_out"> {
  const { store, personId, deliver, onDone, now } = sending;
  for (;;) {
    const act = (await store.all()).find((one) => one.personId === personId && one.refusal === null);
    if (!act) return "all";
    if (act.tried && now() - act.at > SAFE_MS) {
      await store.put({ ...act, refusal: TOO_OLD });
      continue;
    }
    if (!act.tried) await store.put({ ...act, tried: true });
    const answered = await deliver(act);
    if (answered.kind === "away" || answered.kind === "signed_out") return answered.kind;
    if (answered.kind === "done") {
      onDone(act, answered.entries);
      for (const one of await store.all()) {
        const changed = buildsOn(one, act, answered.entries);
        if (changed) await store.put(changed);
      }
      await store.remove(act.id);
      continue;
    }
    const failures = act.failures + 1;
    const isFinal = answered.kind === "refused" || failures >= AT_MOST_FAILURES;
    await store.put({ ...act, tried: true, failures, refusal: isFinal ? answered.why : null });
    if (!isFinal) return "away";
  }
}
