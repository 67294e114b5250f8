import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "@/lib/db/client";
import type { Acknowledged } from "./act";
import type { Receiver } from "./receiver";

/** A message that was claimed by a killed server comes free again after 30 s. */
const PATIENCE_MS = 90_000;

/** Waits until the console has nothing more to post, or for so long that it never will. */
export async function untilDelivered(db: Db): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < PATIENCE_MS) {
    if ((await db.outboxMessage.count({ where: { state: "pending" } })) === 0) return;
    await sleep(250);
  }
}

/** Whether every posted update became one message, which arrived under its one id; one line for each that did not. */
export async function findUndelivered(
  db: Db,
  acknowledged: readonly Acknowledged[],
  { received }: Pick<Receiver, "received">,
): Promise<string[]> {
  const rows = await db.outboxMessage.findMany({
    select: { id: true, incidentId: true, seq: true, state: true },
  });
  const faults = rows
    .filter(({ state }) => state !== "delivered")
    .map(({ id, state }) => `message ${id} is ${state}`);
  const known = new Set(rows.map(({ id }) => id));
  for (const id of received.keys())
    if (!known.has(id)) faults.push(`message ${id} arrived and nobody sent it`);

  const posted = acknowledged.flatMap(({ act, entries }) =>
    entries
      .filter(({ kind }) => kind === "update.posted")
      .map(({ streamId, seq }) => ({ act, streamId, seq })),
  );
  for (const { act, streamId, seq } of posted) {
    const messages = rows.filter((row) => row.incidentId === streamId && row.seq === seq);
    const texts = received.get(messages[0]?.id ?? "") ?? [];
    if (messages.length !== 1) faults.push(`update ${act.key} became ${messages.length} messages`);
    else if (texts.length === 0) faults.push(`update ${act.key} did not arrive`);
    else if (!texts.every((text) => text.includes(act.key)))
      faults.push(`update ${act.key} arrived with other words`);
  }
  if (rows.length !== posted.length) faults.push(`${posted.length} updates became ${rows.length} messages`);
  return faults;
}
