import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { changePassword } from "./change-password";
import { makeResetLink } from "./make-reset-link";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { act, anAccount, auditKinds, outcomes, type AnAccount } from "./testing/accounts";

let ctx: TestContext;
let boss: AnAccount;
let ines: AnAccount;

beforeAll(async () => {
  ctx = await testContext();
  boss = await anAccount(ctx, "administrator", { name: "Olu Adebayo" });
  return () => ctx.db.$disconnect();
});

beforeEach(async () => {
  ines = await anAccount(ctx, "responder");
});

async function aResetToken(): Promise<string> {
  const { url } = await act(ctx.as(boss.actor), makeResetLink, { id: ines.id });
  return url.split("/").at(-1) ?? "";
}

const canSignIn = async (password: string) =>
  (await signIn(ctx, { email: ines.email, password, address: "192.0.2.1" })).ok;

describe("a reset link", () => {
  test("sets a new password, ends every session, and is on the audit log", async () => {
    const token = await aResetToken();
    await act(ctx, resetPassword, { token, password: "nine gulls over the slipway" });
    expect(await canSignIn("nine gulls over the slipway")).toBe(true);
    expect(await canSignIn(ines.password)).toBe(false);
    const { sessionVersion } = await ctx.db.person.findUniqueOrThrow({ where: { id: ines.id } });
    expect(sessionVersion).toBe(2);
    expect((await auditKinds(ctx)).slice(-2)).toEqual(["link.made", "person.password_changed"]);
  });

  test("used twice at once works once", async () => {
    const token = await aResetToken();
    const reset = (password: string) => act(ctx, resetPassword, { token, password });
    const both = [reset("nine gulls over the slipway"), reset("ten gulls over the slipway")];
    expect(await outcomes(both)).toEqual(["done", "gone"]);
  });

  test("stays usable when the new password is refused", async () => {
    const token = await aResetToken();
    await expect(act(ctx, resetPassword, { token, password: "password1234" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(act(ctx, resetPassword, { token, password: "nine gulls over it" })).resolves.toBeDefined();
  });

  test("works for one hour", async () => {
    const token = await aResetToken();
    ctx.clock.advance(60);
    await expect(act(ctx, resetPassword, { token, password: "nine gulls over it" })).rejects.toMatchObject({
      code: "gone",
    });
  });

  test("is replaced by the next one", async () => {
    const first = await aResetToken();
    await aResetToken();
    await expect(act(ctx, resetPassword, { token: first, password: "nine gulls over it" })).rejects.toThrow(
      /replaced or withdrawn/,
    );
  });

  test("does not serve another purpose, and only its hash is stored", async () => {
    const token = await aResetToken();
    const rows = await ctx.db.oneTimeLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    const { acceptInvitation } = await import("./accept-invitation");
    const input = { token, name: "Somebody", password: "nine gulls over it", timeZone: "UTC" };
    await expect(act(ctx, acceptInvitation, input)).rejects.toMatchObject({ code: "gone" });
  });

  test("is made by administrators only", async () => {
    const manager = await anAccount(ctx, "manager");
    await expect(act(ctx.as(manager.actor), makeResetLink, { id: ines.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("one's own password", () => {
  test("is changed with the present one; every session ends", async () => {
    const input = { currentPassword: ines.password, password: "nine gulls over the slipway" };
    await act(ctx.as(ines.actor), changePassword, input);
    expect(await canSignIn(input.password)).toBe(true);
    const { sessionVersion } = await ctx.db.person.findUniqueOrThrow({ where: { id: ines.id } });
    expect(sessionVersion).toBe(2);
  });

  test("is not changed with a wrong present one", async () => {
    const input = { currentPassword: "something else", password: "nine gulls over the slipway" };
    await expect(act(ctx.as(ines.actor), changePassword, input)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("changed twice at once is changed once", async () => {
    const change = (password: string) =>
      act(ctx.as(ines.actor), changePassword, { currentPassword: ines.password, password });
    const both = [change("nine gulls over the slipway"), change("ten gulls over the slipway")];
    expect((await outcomes(both)).filter((outcome) => outcome === "done")).toHaveLength(1);
  });
});
