import { beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation } from "@/lib/auth/accept-invitation";
import { issueSetupLink } from "@/lib/auth/issue-setup-link";
import { act, anAccount, auditKinds, GOOD_PASSWORD, outcomes } from "@/lib/auth/testing/accounts";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { invite } from "./invite";
import { readInvitations } from "./read-invitations";
import { setUp } from "./set-up";
import { withdrawInvitation } from "./withdraw-invitation";

const ctx: TestContext = await testContext();

const first = {
  name: "Olu Adebayo",
  email: "olu@example.org",
  password: GOOD_PASSWORD,
  timeZone: "Africa/Lagos",
};
const guest = { name: "Ines Duarte", password: GOOD_PASSWORD, timeZone: "Europe/Lisbon" };

beforeEach(async () => {
  await ctx.db.$executeRaw`TRUNCATE people, one_time_links, environments CASCADE`;
});

const aSetupToken = async () => (await issueSetupLink(ctx))?.token ?? "";

async function anInvitationToken(email = "ines@example.org"): Promise<string> {
  const { url } = await act(ctx, invite, { email, name: null, accessRole: "responder" });
  return url.split("/").at(-1) ?? "";
}

describe("setting up", () => {
  test("makes the first administrator and the two environments", async () => {
    const { personId } = await act(ctx, setUp, { ...first, token: await aSetupToken() });
    expect(await ctx.db.person.findUnique({ where: { id: personId } })).toMatchObject({
      email: "olu@example.org",
      accessRole: "administrator",
      timeZone: "Africa/Lagos",
    });
    const environments = await ctx.db.environment.findMany({ orderBy: { position: "asc" } });
    expect(environments.map(({ name }) => name)).toEqual(["production", "staging"]);
    expect((await auditKinds(ctx)).slice(-5)).toEqual([
      "link.made",
      "person.created",
      "console.set_up",
      "environment.added",
      "environment.added",
    ]);
  });

  test("twice at once by one link makes one administrator", async () => {
    const token = await aSetupToken();
    const setUpAs = (email: string) => act(ctx, setUp, { ...first, email, token });
    expect(await outcomes([setUpAs("a@example.org"), setUpAs("b@example.org")])).toEqual(["done", "gone"]);
    expect(await ctx.db.person.count()).toBe(1);
  });

  test("works by the newest link only", async () => {
    const token = await aSetupToken();
    const newer = await aSetupToken();
    await expect(act(ctx, setUp, { ...first, token })).rejects.toMatchObject({ code: "gone" });
    await expect(act(ctx, setUp, { ...first, token: newer })).resolves.toBeDefined();
  });

  test("has no link once anybody has an account", async () => {
    await anAccount(ctx, "viewer");
    expect(await issueSetupLink(ctx)).toBeNull();
  });

  test("works for 24 hours", async () => {
    const token = await aSetupToken();
    ctx.clock.advance(24 * 60);
    await expect(act(ctx, setUp, { ...first, token })).rejects.toThrow(/expired/);
  });
});

describe("an invitation", () => {
  test("makes the person with the address and access role that it names", async () => {
    const { personId } = await act(ctx, acceptInvitation, { ...guest, token: await anInvitationToken() });
    expect(await ctx.db.person.findUnique({ where: { id: personId } })).toMatchObject({
      name: "Ines Duarte",
      email: "ines@example.org",
      accessRole: "responder",
    });
  });

  test("accepted twice at once makes one person", async () => {
    const token = await anInvitationToken();
    const accept = () => act(ctx, acceptInvitation, { ...guest, token });
    expect(await outcomes([accept(), accept()])).toEqual(["done", "gone"]);
  });

  test("to the same address replaces the earlier one", async () => {
    const token = await anInvitationToken();
    await anInvitationToken();
    await expect(act(ctx, acceptInvitation, { ...guest, token })).rejects.toMatchObject({ code: "gone" });
    expect((await readInvitations(ctx)).invitations).toHaveLength(1);
  });

  test("is listed while it works, and withdrawn once", async () => {
    const token = await anInvitationToken();
    const [listed] = (await readInvitations(ctx)).invitations;
    expect(listed).toMatchObject({ email: "ines@example.org", accessRole: "responder" });
    await act(ctx, withdrawInvitation, { id: listed?.id ?? "" });
    expect((await readInvitations(ctx)).invitations).toEqual([]);
    await expect(act(ctx, acceptInvitation, { ...guest, token })).rejects.toMatchObject({ code: "gone" });
    await expect(act(ctx, withdrawInvitation, { id: listed?.id ?? "" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is refused for an address that has an account, and made by administrators only", async () => {
    const ines = await anAccount(ctx, "manager");
    const input = { email: ines.email, name: null, accessRole: "viewer" } as const;
    await expect(act(ctx, invite, input)).rejects.toMatchObject({ code: "conflict" });
    await expect(
      act(ctx.as(ines.actor), invite, { ...input, email: "new@example.org" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
