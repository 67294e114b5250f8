import { acknowledge } from "@/lib/incidents/acknowledge";
import { declare } from "@/lib/incidents/declare";
import { declareInput } from "@/lib/incidents/schemas";
import { inTransaction } from "@/lib/db/in-transaction";
import type { TestContext } from "@/lib/db/testing/make-context";
import type { AccessRole, PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import type { z } from "zod";

/** A person who can act, in the tables since before the test began. */
export async function aPerson(
  ctx: TestContext,
  accessRole: AccessRole,
  name = "Mara Lindqvist",
): Promise<PersonActor> {
  const id = newId();
  const email = `${name.toLowerCase().replaceAll(" ", ".")}.${id.slice(-6)}@example.org`;
  await ctx.db.person.create({ data: { id, name, email, accessRole, createdAt: ctx.clock.now() } });
  return { kind: "person", id, accessRole, via: "session" };
}

export async function anEnvironment(ctx: TestContext, name = "production"): Promise<string> {
  const known = await ctx.db.environment.findUnique({ where: { name } });
  if (known) return known.id;
  const id = newId();
  await ctx.db.environment.create({ data: { id, name, position: await ctx.db.environment.count() } });
  return id;
}

export async function aService(ctx: TestContext, name: string): Promise<string> {
  const id = newId();
  await ctx.db.service.create({ data: { id, name } });
  return id;
}

export interface AnIncident {
  id: string;
  key: string;
}

/** A SEV1 on production, declared by `actor` (of ctx), commanded by nobody yet. */
export async function aDeclaredIncident(
  ctx: TestContext,
  input: Partial<z.input<typeof declareInput>> = {},
): Promise<AnIncident> {
  const environmentId = input.environmentId ?? (await anEnvironment(ctx));
  const parsed = declareInput.parse({ title: "Orders are stuck", severity: 1, ...input, environmentId });
  const { id, key } = await inTransaction(ctx, (tx) => declare(tx, parsed));
  return { id, key };
}

/** The same, acknowledged by a commander of its own. */
export async function anIncidentInHand(
  ctx: TestContext,
  input: Partial<z.input<typeof declareInput>> = {},
): Promise<AnIncident & { commander: PersonActor }> {
  const commander = await aPerson(ctx, "responder");
  const incident = await aDeclaredIncident(ctx.as(commander), input);
  await inTransaction(ctx.as(commander), (tx) => acknowledge(tx, { key: incident.key }));
  return { ...incident, commander };
}

/** Runs a verb as somebody, in a transaction of its own. */
export function act<Input, Output>(
  ctx: TestContext,
  verb: (ctx: Parameters<Parameters<typeof inTransaction>[1]>[0], input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> {
  return inTransaction(ctx, (tx) => verb(tx, input));
}
