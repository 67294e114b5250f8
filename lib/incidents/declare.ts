import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append, createStream, timeIn, type LockedStream } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { newText, optionalText } from "@/lib/timeline/texts";
import { standardPolicy } from "@/lib/updates/cadence.rules";
import { applySlotEvent, notDeclared } from "@/lib/updates/slots.rules";
import type { Written } from "./dto";
import { clockColumns, scheduleClock } from "./move-clock";
import { checkEnvironment, checkPerson, checkServices } from "./references";
import type { DeclareInput } from "./schemas";

/**
 * Declares an incident: its number, its stream, its first slot; and asks somebody to command it if one is named.
 * The declarer takes part as responder.
 * @throws Failure `invalid` for an environment, service or commander that is not there, or a time in the future
 */
export async function declare(ctx: Context, input: DeclareInput): Promise<Written> {
  authorise(ctx.actor, "incident.declare");
  await checkReferences(ctx, input);
  const id = newId();
  const stream = await createStream(ctx, id, "incident");
  const at = timeIn(ctx, stream);
  const startedAt = notLater(input.startedAt, at);
  const detectedAt = notLater(input.detectedAt, at);
  const words = { title: newText(input.title), callLink: optionalText(input.callLink) };
  const cadence = applySlotEvent(standardPolicy, notDeclared, {
    kind: "declared",
    at: at.getTime(),
    severity: input.severity,
  }).state;
  const { kind, severity, environmentId, visibility, detection } = input;
  await scheduleClock(ctx, id, cadence);
  // As late as can be: until the transaction ends, whoever else declares waits.
  const number = await nextNumber(ctx, kind);
  const key = `${kind === "drill" ? "DRILL" : "INC"}-${number}`;

  await ctx.db.incident.create({
    data: {
      ...{ id, kind, number, key, severity, environmentId, visibility, detection },
      title: words.title.value,
      titleTextId: words.title.ref.textId,
      callLinkTextId: words.callLink?.ref.textId ?? null,
      status: "declared",
      statusSince: at,
      startedAt,
      detectedAt,
      declaredAt: at,
      declaredById: ctx.actor.id,
      commanderId: input.commanderId,
      ...clockColumns(cadence),
    },
    select: { id: true },
  });
  if (input.serviceIds.length > 0) {
    await ctx.db.incidentService.createMany({
      data: input.serviceIds.map((serviceId) => ({ incidentId: id, serviceId })),
    });
  }
  const declared = await append(ctx, stream, at, {
    kind: "incident.declared",
    data: {
      ...{ kind, number, key, severity, environmentId, visibility, detection, serviceIds: input.serviceIds },
      title: words.title.ref,
      callLink: words.callLink?.ref ?? null,
      startedAt: startedAt?.toISOString() ?? null,
      detectedAt: detectedAt?.toISOString() ?? null,
    },
    texts: [words.title, words.callLink],
  });
  await tellOutside(ctx, { row: { id, visibility, severity }, at }, declared, {
    nextDueAt: clockColumns(cadence).dueAt,
  });
  return { id, key, entries: [declared, ...(await people(ctx, stream, at, input.commanderId))] };
}

/** A screen's clock may run ahead of ours by a little: "now" is never refused. */
const CLOCKS_DIFFER_MS = 60_000;

function notLater(time: Date | null, at: Date): Date | null {
  if (!time || time <= at) return time;
  if (time.getTime() - at.getTime() <= CLOCKS_DIFFER_MS) return at;
  throw new Failure("invalid", "It cannot have started, or been detected, in the future.");
}

/** The declarer joins; the one asked to command joins too. */
async function people(
  ctx: Context,
  stream: LockedStream,
  at: Date,
  commanderId: string | null,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  const declarer = ctx.actor.kind === "person" ? ctx.actor.id : null;
  if (declarer && declarer !== commanderId) {
    const data = { personId: declarer, role: "responder" } as const;
    entries.push(await append(ctx, stream, at, { kind: "person.joined", data }));
  }
  if (commanderId) {
    entries.push(
      await append(ctx, stream, at, { kind: "command.assigned", data: { from: null, to: commanderId } }),
    );
  }
  const joined = [...new Set([declarer, commanderId])].filter((id) => id !== null);
  await ctx.db.participant.createMany({
    data: joined.map((personId) => ({ incidentId: stream.id, personId, role: "responder", joinedAt: at })),
  });
  return entries;
}

/** The next INC or DRILL number: the row stays locked until the end, so that a failure leaves no gap. */
async function nextNumber(ctx: Context, kind: "real" | "drill"): Promise<number> {
  const rows = await ctx.db.$queryRaw<{ value: number }[]>`
    INSERT INTO counters (name, value) VALUES (${`incident:${kind}`}, 1)
    ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value`;
  const value = rows[0]?.value;
  if (value === undefined) throw new Error("The counter gave no number");
  return value;
}

async function checkReferences(ctx: Context, input: DeclareInput): Promise<void> {
  await checkEnvironment(ctx, input.environmentId);
  await checkServices(ctx, input.serviceIds);
  if (input.commanderId) await checkPerson(ctx, input.commanderId);
}
