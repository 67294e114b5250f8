import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { notePresence } from "@/lib/incidents/note-presence";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { addNote } from "@/lib/record/add-note";
import { dismissEntry, restoreEntry } from "./dismiss-entry";
import { readDay } from "./read-day";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

async function aMention() {
  const { key, commander } = await anIncidentInHand(ctx);
  const jonah = await aPerson(ctx, "responder", "Jonah Okafor");
  const note = { text: "@Jonah Okafor look at the queue", mentions: [jonah.id], occurredAt: null };
  await act(ctx.as(commander), addNote, { key, ...note });
  return { key, commander, jonah };
}

describe("who was mentioned in a note", () => {
  it("has it in their day, with its words and where it stands; others have not", async () => {
    const { key, commander, jonah } = await aMention();
    expect((await readDay(ctx.as(jonah))).mentions).toMatchObject([
      { incidentKey: key, byId: commander.id, text: "@Jonah Okafor look at the queue" },
    ]);
    expect((await readDay(ctx.as(commander))).mentions).toEqual([]);
  });

  it("has it no more once they were in the room", async () => {
    const { key, jonah } = await aMention();
    ctx.clock.advance(1);
    await act(ctx.as(jonah), notePresence, { key });
    expect((await readDay(ctx.as(jonah))).mentions).toEqual([]);
  });

  it("has it no more once they put it away, and again when they take that back; nothing goes on the record", async () => {
    const { key, commander, jonah } = await aMention();
    const [mention] = (await readDay(ctx.as(jonah))).mentions;
    const ask = { key, seq: mention?.seq ?? 0 };
    const { id } = await ctx.db.incident.findUniqueOrThrow({ where: { key } });
    const { headSeq } = await ctx.db.stream.findUniqueOrThrow({ where: { id } });
    await act(ctx.as(commander), dismissEntry, ask);
    expect((await readDay(ctx.as(jonah))).mentions).toHaveLength(1);
    await act(ctx.as(jonah), dismissEntry, ask);
    await act(ctx.as(jonah), dismissEntry, ask);
    expect((await readDay(ctx.as(jonah))).mentions).toEqual([]);
    await act(ctx.as(jonah), restoreEntry, ask);
    expect((await readDay(ctx.as(jonah))).mentions).toEqual([mention]);
    expect(await ctx.db.stream.findUnique({ where: { id } })).toMatchObject({ headSeq });
  });

  it("has it no more after two weeks", async () => {
    const { jonah } = await aMention();
    ctx.clock.advance(15 * 24 * 60);
    expect((await readDay(ctx.as(jonah))).mentions).toEqual([]);
  });
});
