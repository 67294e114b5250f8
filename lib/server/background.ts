import { z } from "zod";
import { forgetPerson } from "@/lib/auth/session";
import { listen } from "@/lib/db/listen";
import { startDueWork } from "@/lib/due/due-work";
import { CHANNEL } from "@/lib/timeline/append";
import { Hub } from "./live/hub";
import type { Metrics } from "./metrics";
import type { Parts } from "./parts";

/** What a notification may say; ids only (lib/timeline/append.ts and the verbs that tell). */
const message = z.union([
  z.object({ stream: z.string(), seq: z.number() }),
  z.object({ presence: z.string(), person: z.string() }),
  z.object({ dismissal: z.string(), seq: z.number(), person: z.string(), dismissed: z.boolean() }),
  z.object({ person: z.string() }),
  z.object({ delivery: z.string() }),
  z.object({ due: z.literal(true) }),
]);

/** What runs beside the requests: live streams, due work, and the connection that wakes both. */
export function startBackground({ db, clock, signer, log, env }: Parts, metrics: Metrics) {
  const hub = new Hub(db, clock, log);
  const due = startDueWork({
    ...{ db, clock, signer, log },
    outgoingHosts: env.outgoingHosts,
    publicUrl: env.publicUrl,
    onRound: (result) => metrics.dueRuns.inc({ result }),
  });

  const onMessage = (payload: string) => {
    const parsed = message.safeParse(parseJson(payload));
    if (!parsed.success) return log.warn({ payload }, "a notification was not understood");
    const told = parsed.data;
    if ("stream" in told) hub.notify(told.stream, told.seq);
    else if ("presence" in told)
      hub.tell(told.presence, "presence", {
        incidentId: told.presence,
        personId: told.person,
        at: clock.now().getTime(),
      });
    else if ("dismissal" in told) {
      const { dismissal: incidentId, seq, dismissed } = told;
      hub.tellPerson(told.person, "dismissal", { incidentId, seq, dismissed });
    } else if ("delivery" in told) hub.tell(told.delivery, "deliveries", { incidentId: told.delivery });
    else if ("due" in told) due.wake();
    else {
      forgetPerson(told.person);
      hub.dropPerson(told.person);
    }
  };

  const notifications = listen(env.directDatabaseUrl, CHANNEL, log, {
    onMessage,
    onConnected: () => hub.resync(),
  });
  clock.onMoved(() => {
    hub.tellTime();
    due.wake();
  });
  return {
    hub,
    dueWorkRuns: () => due.isRunning(),
    listens: () => notifications.isLive(),
    stop: async () => {
      hub.close();
      await Promise.all([notifications.stop(), due.stop()]);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
