import { hash } from "@node-rs/argon2";
import type { Context } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import type { TestContext } from "@/lib/db/testing/make-context";
import type { AccessRole, PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { ADMINISTRATION } from "@/lib/timeline/administration";

export interface AnAccount {
  actor: PersonActor;
  id: string;
  name: string;
  email: string;
  password: string;
}

/** A password that the rules accept for anybody here. */
export const GOOD_PASSWORD = "seven lamps above the harbour";

/** A person with a password, in the tables since before the test began. */
export async function anAccount(
  ctx: TestContext,
  accessRole: AccessRole,
  { name = "Ines Duarte", password = GOOD_PASSWORD } = {},
): Promise<AnAccount> {
  const id = newId();
  const email = `${name.toLowerCase().replaceAll(" ", ".")}.${id.slice(-6)}@example.org`;
  // Cheap: these tests are not about the cost.
  const passwordHash = await hash(password, { memoryCost: 64, timeCost: 1 });
  const data = { id, name, email, accessRole, passwordHash, createdAt: ctx.clock.now() };
  await ctx.db.person.create({ data });
  const actor: PersonActor = { kind: "person", id, accessRole, via: "session" };
  return { actor, id, name, email, password };
}

/** Runs a verb as somebody, in a transaction of its own. */
export function act<Input, Output>(
  ctx: TestContext,
  verb: (ctx: Context, input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> {
  return inTransaction(ctx, (tx) => verb(tx, input));
}

/** The kinds in the audit log, oldest first. */
export async function auditKinds(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.timelineEntry.findMany({
    where: { streamId: ADMINISTRATION },
    orderBy: { seq: "asc" },
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}

/** How two acts at once ended: "done", or the code of the failure. */
export async function outcomes(acts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(acts);
  return settled
    .map((one) => (one.status === "fulfilled" ? "done" : String((one.reason as { code?: string }).code)))
    .sort();
}
