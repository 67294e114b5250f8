import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/in-transaction";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { newId } from "@/lib/kernel/ids";
import { timeIn } from "@/lib/timeline/append";
import { readEntries } from "@/lib/timeline/read";
import { ADMINISTRATION, lockAdministration } from "@/lib/timeline/administration";
import { enterWithIdentity, type Identity } from "./enter-with-identity";
import { makeLink } from "./links/one-time-links";
import { act, anAccount, type AnAccount } from "./testing/accounts";

let ctx: TestContext;
let ines: AnAccount;

beforeAll(async () => {
  ctx = await testContext();
  return () => ctx.db.$disconnect();
});

beforeEach(async () => {
  ines = await anAccount(ctx, "manager");
});

function anIdentity(claims: Partial<Identity> = {}): Identity {
  const subject = newId();
  return {
    issuer: "https://login.example.org",
    subject,
    email: `${subject}@example.org`,
    emailVerified: true,
    name: "Tomas Berg",
    ...claims,
  };
}

describe("an identity", () => {
  test("that nobody knows becomes a viewer, once, also when it comes twice at once", async () => {
    const identity = anIdentity();
    const visits = Array.from({ length: 8 }, () => act(ctx, enterWithIdentity, identity));
    const entered = await Promise.all(visits);
    expect(new Set(entered.map(({ personId }) => personId)).size).toBe(1);
    const people = await ctx.db.person.findMany({ where: { email: identity.email ?? "" } });
    expect(people).toMatchObject([{ name: "Tomas Berg", accessRole: "viewer", passwordHash: null }]);
  });

  test("with the verified address of a person is theirs from then on, whatever its address becomes", async () => {
    const identity = anIdentity({ email: ines.email.toUpperCase() });
    expect(await act(ctx, enterWithIdentity, identity)).toEqual({ personId: ines.id, sessionVersion: 1 });
    const moved = { ...identity, email: "elsewhere@example.org", emailVerified: false };
    expect(await act(ctx, enterWithIdentity, moved)).toMatchObject({ personId: ines.id });
  });

  test("with an unverified address of a person is refused, and nothing is bound", async () => {
    const identity = anIdentity({ email: ines.email, emailVerified: false });
    await expect(act(ctx, enterWithIdentity, identity)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.oidcIdentity.count({ where: { subject: identity.subject } })).toBe(0);
  });

  test("that is bound to an account which was there is on the audit log", async () => {
    const { personId } = await act(ctx, enterWithIdentity, anIdentity({ email: ines.email }));
    const [newest] = await readEntries(ctx, ADMINISTRATION, { before: 1_000_000, limit: 1 });
    const data = { personId, issuer: "https://login.example.org" };
    expect(newest).toMatchObject({ kind: "person.identity_bound", data });
  });

  test("with an address that passed to another subject at the provider is refused", async () => {
    await act(ctx, enterWithIdentity, anIdentity({ email: ines.email }));
    await expect(act(ctx, enterWithIdentity, anIdentity({ email: ines.email }))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("of a deactivated person is refused", async () => {
    const identity = anIdentity({ email: ines.email });
    await act(ctx, enterWithIdentity, identity);
    await ctx.db.person.update({ where: { id: ines.id }, data: { deactivatedAt: ctx.clock.now() } });
    await expect(act(ctx, enterWithIdentity, identity)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("that was invited gets the access role of the invitation, which is then used", async () => {
    const identity = anIdentity();
    const email = identity.email ?? "";
    await inTransaction(ctx, async (tx) => {
      const stream = await lockAdministration(tx);
      const about = { email, accessRole: "responder" } as const;
      await makeLink(tx, stream, timeIn(tx, stream), "invitation", about);
    });
    const { personId } = await act(ctx, enterWithIdentity, identity);
    expect(await ctx.db.person.findUnique({ where: { id: personId } })).toMatchObject({
      accessRole: "responder",
    });
    expect(await ctx.db.oneTimeLink.findFirst({ where: { email } })).toMatchObject({
      usedAt: expect.any(Date),
    });
  });
});
