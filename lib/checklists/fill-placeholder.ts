import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { tellWhoWasFirst } from "@/lib/incidents/first-comer";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { decideHappened } from "@/lib/record/record.rules";
import { isSecret } from "@/lib/runbooks/parse/placeholders.rules";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { lockWalked } from "./lock-walked";
import type { PlaceholderInput } from "./schemas";

const NO_SECRETS =
  "A password, token or key is not filled in: the timeline would keep it for everybody. Copy the command as it is, and type it in your terminal.";

/**
 * Fills a gap of commands for everybody in the incident: filled once, used in every step.
 * @throws Failure `invalid` for a secret, which is never kept
 * @throws Failure `conflict` when another value stands there than the person saw, and says who was first
 */
export async function fillPlaceholder(
  ctx: Context,
  input: PlaceholderInput & { key: string },
): Promise<Written> {
  const incident = await lockWalked(ctx, input.key, "step.walk");
  if (isSecret(input.name)) throw new Failure("invalid", NO_SECRETS);
  const { row, stream, at } = incident;
  const { name } = input;
  const { at: occurredAt } = orThrow(decideHappened(input.occurredAt ?? null, at));
  const gap = { incidentId: row.id, name };
  const before = await ctx.db.incidentPlaceholder.findFirst({ where: gap, orderBy: { seq: "desc" } });
  if ((before?.textId ?? null) !== input.expected)
    return tellWhoWasFirst(ctx, at, {
      ...{ personId: before?.personId ?? null, at: before?.at ?? null },
      did: `filled in ${name}`,
    });
  const entries = await ensureJoined(ctx, incident);
  const value = newText(input.value);
  const data = { name, value: value.ref, before: before?.textId ?? null };
  const filled = await append(ctx, stream, at, {
    ...{ kind: "placeholder.filled", data, texts: [value], occurredAt },
  });
  await ctx.db.incidentPlaceholder.create({
    data: { ...gap, seq: filled.seq, textId: value.ref.textId, personId: ctx.actor.id, at },
    select: { seq: true },
  });
  return written(incident, ...entries, filled);
}
