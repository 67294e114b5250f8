import { ApiError, apiWrite, UNREACHED } from "@/components/api/fetch";
import { noteReach } from "@/components/api/reach";
import { serverNow } from "@/components/clock/server-time";
import { keepInTab, keptInTab } from "@/components/ui/tab-memory";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import { openActStore } from "./act-store";
import { kept, tellSent } from "./kept-store";
import type { KeptAct } from "./kept-act";
import { outcomeOf, SEND_MS, type Answered } from "./outcome.rules";
import { sendKept } from "./send-kept";
import { sentWords, type CameSecond } from "./sent-words.rules";

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
const LOCK = "quarterdeck-kept";
const OTHERS = "qd-others-kept";

const store = openActStore();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(LOCK);
/** Ids that the store has or had, and those on their way there: what is in memory besides is still to be put there. */
const known = new Set<string>();
const underWay = new Set<string>();
let personId: string | null = null;
let sending = false;
/** The line is back, perhaps, while a request still hangs on the dead one. */
let wokenMeanwhile = false;
let retryMs = FIRST_RETRY_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Begins to look after this person's acts. Those of others stay where they are. */
export async function start(person: string): Promise<void> {
  personId = person;
  if (channel) channel.onmessage = () => void show();
  await wake();
  tellOfOthers(kept.get().ofOthers);
}

/** Puts away what is not in the store yet, and sends what waits. */
export async function wake(): Promise<void> {
  if (!personId) return;
  await putAway();
  await show();
  await send(personId);
}

/** Takes away an act that the console refused, once its person has seen that. */
export async function drop(id: string): Promise<void> {
  await (await store).remove(id);
  await changed();
}

async function putAway(): Promise<void> {
  for (const act of kept.get().acts) {
    if (known.has(act.id) || underWay.has(act.id)) continue;
    underWay.add(act.id);
    await (await store).put(act);
    known.add(act.id);
    channel?.postMessage("changed");
  }
}

/** The screen shows what the store has, and what is on its way there. */
async function show(): Promise<void> {
  const all = await (await store).all();
  const own = all.filter((act) => act.personId === personId);
  own.forEach((act) => known.add(act.id));
  kept.set(({ acts, ...before }) => ({
    ...before,
    acts: [...own, ...acts.filter(({ id }) => !known.has(id))],
    ofOthers: all.length - own.length,
  }));
}

async function changed(): Promise<void> {
  channel?.postMessage("changed");
  await show();
}

async function send(person: string): Promise<void> {
  if (!kept.get().acts.some(({ refusal }) => refusal === null)) return;
  if (sending) return void (wokenMeanwhile = true);
  sending = true;
  wokenMeanwhile = false;
  const refused = new Set(kept.get().acts.flatMap(({ id, refusal }) => (refusal === null ? [] : [id])));
  clearTimeout(timer);
  const second: CameSecond[] = [];
  let count = 0;
  const end = await alone(async () =>
    sendKept({
      store: await store,
      personId: person,
      deliver,
      onDone: (act, entries) => {
        count += 1;
        for (const entry of entries)
          if (entry.kind === "step.acted_second") second.push({ said: act.said, was: entry.data.was });
        tellSent(act.incidentId, entries);
      },
      now: serverNow,
    }),
  ).finally(() => (sending = false));
  await changed();
  if (count > 0) {
    toast.forget(UNREACHED);
    const others = kept.get().acts.filter(({ id }) => !refused.has(id)).length;
    const tell = second.length > 0 ? toast.failed : toast.done;
    tell(sentWords(count, count + others, second));
  }
  if (end !== "elsewhere")
    kept.set((before) => ({ ...before, signedOut: end === "signed_out", failing: end === "away" }));
  if (end === "signed_out") return;
  const waits = kept.get().acts.some(({ refusal }) => refusal === null);
  if (!waits) return void (retryMs = FIRST_RETRY_MS);
  if (wokenMeanwhile) retryMs = FIRST_RETRY_MS;
  timer = setTimeout(() => void wake(), retryMs);
  retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
}

/**
 * One tab at a time, where browsers have locks (HTTPS). Elsewhere several may send the same act: its key makes that
 * harmless, this only saves requests.
 */
async function alone<T>(run: () => Promise<T>): Promise<T | "elsewhere"> {
  if (!navigator.locks) return run();
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? run() : "elsewhere"));
}

async function deliver({ id, personId: person, request }: KeptAct): Promise<Answered> {
  const begunAt = Date.now();
  const options = { idempotencyKey: id, personId: person, signal: AbortSignal.timeout(SEND_MS) };
  try {
    const written = await apiWrite<Written>(request.method, request.path, request.body, options);
    return { kind: "done", entries: written.entries };
  } catch (error) {
    if (error instanceof ApiError) return outcomeOf(error);
    // No answer in time: on a line that died without a word nothing else tells.
    noteReach(false, begunAt);
    return { kind: "away" };
  }
}

/** Once a tab: it is nothing that this person can do about. */
function tellOfOthers(count: number): void {
  if (count === 0 || keptInTab(OTHERS)) return;
  keepInTab(OTHERS, true);
  const what = count === 1 ? "1 act of somebody else is" : `${count} acts of somebody else are`;
  toast.failed(`${what} kept in this browser, not sent. They go out when that person signs in here.`);
}
