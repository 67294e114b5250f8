import { beforeEach, expect, test } from "vitest";
import { act, anAccount, type AnAccount } from "@/lib/auth/testing/accounts";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { changeProfile } from "./change-profile";
import { newId } from "@/lib/kernel/ids";
import { listPeople } from "./list-people";
import { readOwnProfile } from "./own-profile";
import { readAudit } from "./read-audit";
import { auditQuery, listPeopleQuery, profileInput } from "./schemas";

const ctx: TestContext = await testContext();
let ines: AnAccount;

beforeEach(async () => {
  await ctx.db.$executeRaw`TRUNCATE people CASCADE`;
  ines = await anAccount(ctx, "responder");
});

test("a profile keeps what is not changed, and the audit log says which fields were", async () => {
  const input = profileInput.parse({
    timeZone: "Europe/Lisbon",
    addresses: [
      { kind: "phone", value: "+351 555 010 203" },
      { kind: "chat", value: "@ines" },
    ],
  });
  await act(ctx.as(ines.actor), changeProfile, input);
  expect(await readOwnProfile(ctx.as(ines.actor))).toMatchObject({
    name: "Ines Duarte",
    timeZone: "Europe/Lisbon",
    theme: "system",
    addresses: input.addresses,
    hasPassword: true,
    singleSignOn: false,
  });
  const { entries } = await readAudit(ctx, auditQuery.parse({ about: "person" }));
  expect(entries[0]).toMatchObject({
    kind: "person.profile_changed",
    data: { personId: ines.id, fields: ["addresses", "timeZone"] },
  });
});

test("a profile that stays the same writes no entry", async () => {
  const before = (await readAudit(ctx, auditQuery.parse({}))).entries.length;
  await act(ctx.as(ines.actor), changeProfile, { name: "Ines Duarte", sound: false });
  expect((await readAudit(ctx, auditQuery.parse({}))).entries).toHaveLength(before);
});

test.each([
  { timeZone: "Mars/Olympus" },
  { name: "   " },
  { addresses: [{ kind: "phone", value: "call me" }] },
  { addresses: [{ kind: "fax", value: "1" }] },
])("a profile of %j is refused", (input) => {
  expect(profileInput.safeParse(input).success).toBe(false);
});

test("people are listed by name, page by page, each once, and found by part of a name or address", async () => {
  const names = ["Ada Brook", "Bo Lind", "Bo Lind", "Cato Venn"];
  for (const name of names) await anAccount(ctx, "viewer", { name });
  const boss = await anAccount(ctx, "administrator", { name: "Zoe Hart" });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPeople(ctx.as(boss.actor), listPeopleQuery.parse({ limit: "2", cursor }));
    seen.push(...page.people.map(({ name }) => name));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toEqual([...names, "Ines Duarte", "Zoe Hart"]);
  const found = await listPeople(ctx.as(boss.actor), listPeopleQuery.parse({ q: "bO li" }));
  expect(found.people).toHaveLength(2);
  expect((await listPeople(ctx, listPeopleQuery.parse({ active: "false" }))).people).toEqual([]);
});

test("a page goes on after a name as long as names may be, in any letters", async () => {
  const boss = await anAccount(ctx, "administrator");
  const data = { name: "\u6d77".repeat(100), accessRole: "viewer", createdAt: ctx.clock.now() } as const;
  const namesakes = [newId(), newId()].map((id) => ({ ...data, id, email: `${id}@example.org` }));
  await ctx.db.person.createMany({ data: namesakes });
  const asked = { limit: "1", q: "\u6d77" };
  const first = await listPeople(ctx.as(boss.actor), listPeopleQuery.parse(asked));
  const again = listPeopleQuery.parse({ ...asked, cursor: first.next });
  expect((await listPeople(ctx.as(boss.actor), again)).people).toHaveLength(1);
});

test("a made-up cursor is refused, and the list is for administrators", async () => {
  await expect(listPeople(ctx, listPeopleQuery.parse({ cursor: "x" }))).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(listPeople(ctx.as(ines.actor), listPeopleQuery.parse({}))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(readAudit(ctx.as(ines.actor), auditQuery.parse({}))).rejects.toMatchObject({
    code: "forbidden",
  });
});
