import type { Logger } from "pino";
import type { Db } from "@/lib/db/client";
import type { BaseContext } from "@/lib/db/context";
import { incidentMessages } from "@/lib/incidents/messages";
import { systemActor } from "@/lib/kernel/actor";
import type { Clock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import type { Signer } from "@/lib/kernel/signer";
import { nextMessageAt } from "@/lib/outbox/claim";
import { deliverDue } from "@/lib/outbox/deliver-due";
import { getText } from "@/lib/outbox/outgoing/get-text";
import { postJson } from "@/lib/outbox/outgoing/post-json";
import { tendLibrary } from "@/lib/runbooks/rot/tend-library";
import { updateMessages } from "@/lib/updates/messages";
import { webhookMessages } from "@/lib/webhooks/messages";
import { nextDueAt } from "./claim";
import { dueHandlers } from "./handlers";
import { cleanUp } from "./housekeeping";
import { startLoop, type Loop } from "./loop";
import { runDue } from "./run-due";

export interface DueWorkParts {
  db: Db;
  clock: Clock;
  signer: Signer;
  log: Logger;
  /** Hosts inside the own network that webhooks may reach. */
  outgoingHosts: readonly string[];
  /** The console's own address, for links in messages. */
  publicUrl: string;
  onRound: (result: "ok" | "failed") => void;
}

const CLEAN_UP_EVERY_MS = 3_600_000;

/**
 * Does what falls due and delivers what was decided, for as long as the process lives. Any number of instances may
 * run it: the rows say who does what, and nothing is decided twice.
 */
export function startDueWork(parts: DueWorkParts): Loop {
  const { db, clock, log, outgoingHosts, publicUrl } = parts;
  const kinds = {
    ...incidentMessages(publicUrl),
    ...updateMessages(publicUrl),
    ...webhookMessages(publicUrl),
  };
  const post = (url: string, body: object, headers: Readonly<Record<string, string>>) =>
    postJson(url, body, { headers, listedHosts: outgoingHosts });
  const getLink = (url: string) => getText(url, { listedHosts: outgoingHosts });
  let cleanedAt = -Infinity;

  const loops = [
    startLoop(async (getsOn) => {
      const base = baseFor(parts);
      await runDue(base, { handlers: dueHandlers, log, getsOn });
      if (performance.now() - cleanedAt > CLEAN_UP_EVERY_MS) {
        await cleanUp(base);
        cleanedAt = performance.now();
      }
      return msUntil(clock, await nextDueAt(db, Object.keys(dueHandlers)));
    }, parts),
    // A loop of its own: a slow receiver must not hold up the clock.
    startLoop(async (getsOn) => {
      await deliverDue(baseFor(parts), { post, kinds, log, getsOn });
      return msUntil(clock, await nextMessageAt(db));
    }, parts),
  ];
  // Nothing waits for what comes of it: no entry wakes it, and the console is ready without.
  const library = startLoop(async () => {
    const isMore = await tendLibrary(baseFor(parts), { get: getLink, listedHosts: outgoingHosts });
    return isMore ? 0 : null;
  }, parts);
  return {
    wake: () => loops.forEach((loop) => loop.wake()),
    isRunning: () => loops.every((loop) => loop.isRunning()),
    stop: async () => {
      await Promise.all([...loops, library].map((loop) => loop.stop()));
    },
  };
}

/** One request id a round, so that its log lines can be told apart. */
function baseFor({ db, clock, signer }: DueWorkParts): BaseContext {
  return { db, clock, signer, actor: systemActor("due"), requestId: newId() };
}

function msUntil(clock: Clock, at: Date | null): number | null {
  return at && at.getTime() - clock.now().getTime();
}
