import { setTimeout as sleep } from "node:timers/promises";
import type { Entry } from "@/lib/timeline/events";
import { NoAnswer, type Answer, type HttpClient, type Method } from "../load/http-client";
import type { SignedIn } from "../load/people";

/** One thing that a writer wants done, under one key however often it is tried. */
export interface Act {
  /** The Idempotency-Key; also stands in the act's words, where it has any. */
  key: string;
  writer: SignedIn;
  method: Method;
  path: string;
  body: unknown;
  /** Whether somebody else may have been first: then a 409 is an answer as good as any. */
  mayLose?: true;
}

/** What the console said to an act. */
export interface Acknowledged {
  act: Act;
  /** `refused`: nothing was written, says the console. */
  outcome: "done" | "refused";
  /** The refusal's words, where nobody else can have been first. */
  wrongly?: string;
  incident: { id: string; key: string } | null;
  entries: readonly Entry[];
  tries: number;
  /** It had been committed by an earlier try, whose answer never came. */
  replayed: boolean;
}

type Written = { id: string; key: string; entries: Entry[] };

const GIVE_UP_MS = 120_000;
const LONGEST_WAIT_MS = 400;

/**
 * Tries an act under its one key until the console answers it, as a careful client does.
 * @param impatient milliseconds after which the first try hangs up; absent: it waits
 * @param onFailure told of every try without an answer, with the status of an error or 0
 * @throws Error when it is never answered
 */
export async function perform(
  client: HttpClient,
  act: Act,
  { impatient, onFailure }: { impatient?: number; onFailure: (status: number) => void },
): Promise<Acknowledged> {
  const begun = performance.now();
  for (let tries = 1; performance.now() - begun < GIVE_UP_MS; tries++) {
    const sentAt = Date.now();
    const answer = await attempt(client, act, tries === 1 ? impatient : undefined);
    if (answer && answer.status < 500) return acknowledge(act, answer, tries, sentAt);
    onFailure(answer?.status ?? 0);
    await sleep(Math.random() * Math.min(LONGEST_WAIT_MS, 20 * 2 ** tries));
  }
  throw new Error(`${act.method} ${act.path} (${act.key}) was never answered`);
}

async function attempt(client: HttpClient, act: Act, impatient?: number): Promise<Answer<Written> | null> {
  const { method, path, body, key, writer } = act;
  const signal = impatient === undefined ? undefined : AbortSignal.timeout(impatient);
  try {
    return await client.call<Written>(method, path, body, { key, cookie: writer.cookie, signal });
  } catch (error) {
    if (error instanceof NoAnswer) return null;
    throw error;
  }
}

function acknowledge(act: Act, answer: Answer<Written>, tries: number, sentAt: number): Acknowledged {
  const { status, body } = answer;
  if (status >= 300) {
    const words = `${act.method} ${act.path} (${act.key}): ${status} at try ${tries}, ${JSON.stringify(body)}`;
    const refusal = { act, outcome: "refused", incident: null, entries: [], tries, replayed: false } as const;
    return act.mayLose && status === 409 ? refusal : { ...refusal, wrongly: words };
  }
  const { id, key, entries } = body;
  const replayed = tries > 1 && Date.parse(entries[0]?.at ?? "") < sentAt;
  return { act, outcome: "done", incident: { id, key }, entries, tries, replayed };
}
