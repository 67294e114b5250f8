import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { addNote } from "@/lib/record/add-note";
import { pasteLog } from "@/lib/record/paste-log";
import { redactText } from "@/lib/record/redact-text";
import { savePart } from "@/lib/summaries/save-part";
import { cancel } from "./cancel";
import { findTexts } from "./find-texts";
import { resolve } from "./resolve";

let ctx: TestContext;
let reader: PersonActor;
beforeAll(async () => {
  ctx = await testContext();
  reader = await aPerson(ctx, "viewer", "Jonah Okafor");
});

const find = async (q: string, actor = reader) => (await findTexts(ctx.as(actor), q)).texts;

async function aNote(text: string, visibility: "everyone" | "members" = "everyone") {
  const { key, commander } = await anIncidentInHand(ctx);
  if (visibility === "members") await ctx.db.incident.update({ where: { key }, data: { visibility } });
  const written = await act(ctx.as(commander), addNote, { key, text, mentions: [], occurredAt: null });
  return { key, commander, written };
}

function resolved({ key, commander }: { key: string; commander: PersonActor }) {
  const final = { current: "Well.", progress: "", blockers: "", sources: [], draftedTo: null };
  return act(ctx.as(commander), resolve, { key, ...final });
}

describe("what was written in incidents is found", () => {
  it("by an error's class in a pasted log, a host, and a part of a path; the last word by its beginning", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const filler = Array.from({ length: 60 }, (_, line) => `2026-11-27T03:12:${line} worker ${line} waits`);
    const text = [
      ...filler,
      "Caused by: org.postgresql.util.PSQLException: FATAL",
      "at orders-db-2.harbour.example in /srv/lift_control/main.py",
      ...filler,
    ].join("\n");
    const { entries } = await act(ctx.as(commander), pasteLog, { key, text, occurredAt: null });
    for (const q of [
      "PSQLException",
      "psqlexc",
      "orders-db-2.harbour",
      "lift_control",
      "/srv/lift_control/ma",
    ]) {
      const [hit, ...others] = await find(q);
      expect(hit).toMatchObject({
        ...{ in: "timeline", incidentKey: key, kind: "log.pasted", seq: entries[0]?.seq, byId: commander.id },
        excerpt: expect.stringMatching(new RegExp(q, "i")) as string,
      });
      expect(hit?.excerpt.length).toBeLessThan(200);
      expect(others).toEqual([]);
    }
  });

  it("in a note, in a reason, and in the newest version of a summary, with its part", async () => {
    const note = await aNote("The lift without signal stands at level 3");
    expect(await find("lift without sig")).toMatchObject([{ incidentKey: note.key, kind: "note.added" }]);
    const other = await anIncidentInHand(ctx);
    const reason = "Same cause, both at the depot";
    await act(ctx.as(other.commander), cancel, { key: other.key, reason, mergedInto: null });
    expect(await find("same cause")).toMatchObject([{ incidentKey: other.key, kind: "incident.cancelled" }]);

    await resolved(note);
    const save = (base: string, text: string) =>
      act(ctx.as(note.commander), savePart, { key: note.key, part: "rootCause", base, text });
    await save("", "Too many idle transactions");
    expect(await find("idle transactions")).toMatchObject([
      { in: "summary", part: "rootCause", incidentKey: note.key, byId: note.commander.id },
    ]);
    await save("Too many idle transactions", "A lock that nobody let go");
    expect(await find("idle transactions")).toEqual([]);
  });

  it("with the words as they were typed first, the newest first within", async () => {
    const apart = await aNote("conveyor was slow, belts are fine");
    const first = await aNote("the slow conveyor again");
    ctx.clock.advance(1);
    const second = await aNote("a slow conveyor once more");
    await aNote("slow, but no belts");
    expect((await find("slow conveyor")).map(({ incidentKey }) => incidentKey)).toEqual(
      [second, first, apart].map(({ key }) => key),
    );
  });
});

describe("what is not found", () => {
  it("is what stands in an incident that the actor may not know of, in its summary, too", async () => {
    const { key, commander } = await aNote("zeppelin over the depot", "members");
    await resolved({ key, commander });
    await act(ctx.as(commander), savePart, { key, part: "impact", base: "", text: "A zeppelin landed" });
    expect(await find("zeppelin")).toEqual([]);
    expect(await find("zeppelin", commander)).toHaveLength(2);
  });

  it("is a summary, for a token that is for incidents only", async () => {
    const { key, commander } = await aNote("A gasket broke");
    await resolved({ key, commander });
    await act(ctx.as(commander), savePart, { key, part: "impact", base: "", text: "The gasket leaked" });
    const token = { kind: "token", id: newId(), accessRole: "viewer", via: "token" } as const;
    const found = async (scopes: string[]) => (await findTexts(ctx.as({ ...token, scopes }), "gasket")).texts;
    expect(await found(["incident.read"])).toMatchObject([{ in: "timeline", kind: "note.added" }]);
    expect(await found(["incident.read", "summary.read"])).toHaveLength(2);
    await expect(found(["summary.read"])).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is what was redacted", async () => {
    const { key, written } = await aNote("the password is gloriana7");
    expect(await find("gloriana7")).toHaveLength(1);
    const manager = await aPerson(ctx, "manager");
    const textIds = written.entries.flatMap(({ texts }) => Object.keys(texts));
    await act(ctx.as(manager), redactText, { key, textIds, reason: "A password was pasted" });
    expect(await find("gloriana7")).toEqual([]);
  });

  it("is a title, which the list finds; a word of two letters; signs alone", async () => {
    await aNote("it is so");
    expect(await find("is")).toEqual([]);
    expect(await find("'&!:*\\")).toEqual([]);
  });
});

describe("an older text", () => {
  it("is found though the newest that hold the word stand in an incident that the actor may not know of", async () => {
    const { key } = await aNote("marmalade in the scanner");
    const hidden = await aNote("marmalade in the vault", "members");
    const { id } = await ctx.db.incident.findUniqueOrThrow({ where: { key: hidden.key } });
    const newest = "ffffffff-ffff-7fff-8fff-";
    await ctx.db.$executeRaw`
      INSERT INTO entry_texts (id, stream_id, seq, text)
      SELECT (${newest} || lpad(to_hex(n), 12, '0'))::uuid, ${id}::uuid, 1, 'marmalade again' FROM generate_series(1, 10000) n`;
    const found = await find("marmalade");
    await ctx.db.$executeRaw`DELETE FROM entry_texts WHERE id >= ${`${newest}000000000000`}::uuid`;
    expect(found).toMatchObject([{ incidentKey: key }]);
  });
});

describe("a text that is longer than the index takes", () => {
  it("is written all the same, and found by what stands in its beginning", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const words = (count: number) => Array.from({ length: count }, (_, n) => n.toString(36)).join("\n");
    await act(ctx.as(commander), pasteLog, { key, text: `headofit ${words(50_000)}`, occurredAt: null });
    expect(await find("headofit")).toMatchObject([{ incidentKey: key }]);
    const { id } = await ctx.db.incident.findUniqueOrThrow({ where: { key } });
    const text = `${"\u{20000} ".repeat(100)}${words(900_000)}${"y".repeat(5_000)}`;
    await ctx.db.entryText.create({ data: { id: newId(), streamId: id, seq: 1, text } });
  });
});
