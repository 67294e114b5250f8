import { ServerResponse, IncomingMessage } from "node:http";
import { Socket } from "node:net";
import pino from "pino";
import { beforeAll, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { addNote } from "@/lib/record/add-note";
import { aRunbook } from "@/lib/runbooks/testing/a-runbook";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import { until } from "../testing/a-listener";
import { Connection } from "./connection";
import { Hub } from "./hub";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

/** A browser at the other end of nothing: what it would get stays in `written`. */
function aBrowser(actor: PersonActor) {
  const written: string[] = [];
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.write = (bytes: Buffer | string) => written.push(String(bytes)) > 0;
  return { connection: new Connection(actor, response), text: () => written.join("") };
}

test("who opens a stream is not told of what went by while nobody listened", async () => {
  const hub = new Hub(ctx.db, ctx.clock, pino({ level: "silent" }));
  const { id, key, commander } = await anIncidentInHand(ctx);
  const noor = await aPerson(ctx, "responder", "Noor Haddad");
  const write = async (text: string, mentions: string[]) => {
    const note = { key, text, mentions, occurredAt: null };
    const { entries } = await act(ctx.as(commander), addNote, note);
    hub.notify(id, entries[0]!.seq);
  };
  const before = aBrowser(noor);
  await hub.add(before.connection, new Map());
  await write("Seen.", []);
  await until(() => before.text().includes("event: row"));
  hub.remove(before.connection);
  await write("Please look.", [noor.id]);

  const after = aBrowser(noor);
  await hub.add(after.connection, new Map());
  await write("Looked.", []);
  await until(() => after.text().includes("event: row"));
  expect(after.text()).not.toContain("event: notice");
  hub.close();
});

test("everybody is told that a runbook has another version, and nothing else of the audit log", async () => {
  const hub = new Hub(ctx.db, ctx.clock, pino({ level: "silent" }));
  const viewer = aBrowser(await aPerson(ctx, "viewer", "Noor Haddad"));
  await hub.add(viewer.connection, new Map());
  const { runbookId } = await aRunbook(ctx);
  const { headSeq } = await ctx.db.stream.findUniqueOrThrow({ where: { id: ADMINISTRATION } });
  hub.notify(ADMINISTRATION, headSeq);
  await until(() => viewer.text().includes("event: runbooks"));
  expect(viewer.text()).toContain(`data: ${JSON.stringify({ ids: [runbookId] })}`);
  expect(viewer.text()).not.toContain("event: entries");
  expect(viewer.text()).not.toContain("sha256");
  hub.close();
});

test("a stream misses nothing that is written while it catches up", async () => {
  const { id, key, commander } = await anIncidentInHand(ctx);
  const { headSeq } = await ctx.db.stream.findUniqueOrThrow({ where: { id } });
  const text = "Written in between.";
  /** Between a stream's reading of entries and of the row, an entry comes and is passed on to everybody. */
  const once = { write: async () => undefined as void };
  const db = ctx.db.$extends({
    query: {
      incident: {
        async findMany({ args, query }) {
          const { write } = once;
          once.write = async () => undefined;
          await write();
          return query(args);
        },
      },
    },
  }) as unknown as typeof ctx.db;
  const hub = new Hub(db, ctx.clock, pino({ level: "silent" }));
  const there = aBrowser(commander);
  await hub.add(there.connection, new Map([[id, headSeq]]));
  once.write = async () => {
    const note = { key, text, mentions: [], occurredAt: null };
    const { entries } = await act(ctx.as(commander), addNote, note);
    hub.notify(id, entries[0]!.seq);
    await until(() => there.text().includes(text));
  };
  const coming = aBrowser(commander);
  await hub.add(coming.connection, new Map([[id, headSeq]]));
  expect(coming.text().split(text)).toHaveLength(2);
  hub.close();
});

test("a room whose newest entries are gone from the database is not read for ever", async () => {
  const { id, commander } = await anIncidentInHand(ctx);
  const { headSeq } = await ctx.db.stream.findUniqueOrThrow({ where: { id } });
  await ctx.db.stream.update({ where: { id }, data: { headSeq: headSeq + 1 } });
  const hub = new Hub(ctx.db, ctx.clock, pino({ level: "silent" }));
  const { connection } = aBrowser(commander);
  await hub.add(connection, new Map([[id, 0]]));
  expect(connection.rooms.get(id)).toBe(headSeq);
  hub.close();
});
