import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signOutEverywhere } from "@/lib/auth/sign-out-everywhere";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { editFacts } from "@/lib/incidents/edit-facts";
import { join } from "@/lib/incidents/join";
import { leave, removePerson } from "@/lib/room/leave";
import { notePresence } from "@/lib/incidents/note-presence";
import { act, anIncidentInHand, aPerson, type AnIncident } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { deactivate } from "@/lib/people/deactivate";
import { addNote } from "@/lib/record/add-note";
import { dismissEntry } from "@/lib/room/dismiss-entry";
import { aListener, until, type AListener } from "./testing/a-listener";
import { aStream, type AStream } from "./testing/a-stream";

let ctx: TestContext;
let listener: AListener;
let noor: PersonActor;
let streams: AStream[] = [];

beforeAll(async () => {
  ctx = await testContext();
  listener = await aListener(ctx);
  return async () => {
    await listener.stop();
    await ctx.db.$disconnect();
  };
});

beforeEach(async () => {
  noor = await aPerson(ctx, "responder", "Noor Haddad");
});

afterEach(async () => {
  for (const stream of streams) stream.close();
  streams = [];
  await until(() => listener.streams() === 0);
});

async function open(person: PersonActor, rooms: Record<string, number> = {}): Promise<AStream> {
  const stream = await aStream(listener, await listener.cookieOf(person.id), rooms);
  streams.push(stream);
  await stream.see("time");
  return stream;
}

type InHand = AnIncident & { commander: PersonActor };

function write(incident: InHand, text = "Seen.") {
  const note = { key: incident.key, text, mentions: [], occurredAt: null };
  return act(ctx.as(incident.commander), addNote, note);
}

async function headOf(incident: AnIncident): Promise<number> {
  return (await ctx.db.stream.findUniqueOrThrow({ where: { id: incident.id } })).headSeq;
}

/** Something that everybody is told of: what should have come before it has come. */
async function afterSomethingElse(stream: AStream): Promise<void> {
  const other = await anIncidentInHand(ctx);
  await until(() => stream.events("row").some(({ data }) => data.id === other.id && Number(data.seq) >= 2));
}

describe("a stream", () => {
  test("is refused to who has not signed in, or whose session is over", async () => {
    const cookies = [null, "quarterdeck.session=made-up", await listener.cookieOf(noor.id, 7)];
    for (const cookie of cookies) expect((await aStream(listener, cookie)).status).toBe(401);
  });

  test.each(["x", "x:1", `${newId()}:-1`, `${newId()}:1,`, Array(51).fill(`${newId()}:1`).join(",")])(
    "is refused for rooms that are none: %s",
    async (rooms) => {
      const headers = { cookie: await listener.cookieOf(noor.id) };
      expect((await listener.get(`/api/stream?rooms=${encodeURIComponent(rooms)}`, headers)).status).toBe(
        400,
      );
    },
  );

  test("brings what came after the last entry that the browser has, then what comes", async () => {
    const incident = await anIncidentInHand(ctx);
    await write(incident);
    await write(incident);
    const head = await headOf(incident);
    const stream = await open(noor, { [incident.id]: head - 2 });
    await stream.see("entries");
    await write(incident);
    await until(() => stream.seqs(incident.id).length === 3);
    expect(stream.seqs(incident.id)).toEqual([head - 1, head, head + 1]);
  });

  test("loses and doubles nothing while it catches up", async () => {
    const incident = await anIncidentInHand(ctx);
    const head = await headOf(incident);
    const writing = (async () => {
      for (let n = 0; n < 20; n++) await write(incident, `Note ${n}`);
    })();
    const opened = await Promise.all(Array.from({ length: 5 }, () => open(noor, { [incident.id]: 0 })));
    await writing;
    const all = Array.from({ length: head + 20 }, (_, n) => n + 1);
    for (const stream of opened) {
      await until(() => stream.seqs(incident.id).length >= all.length);
      expect(stream.seqs(incident.id)).toEqual(all);
    }
  });

  test("gives the same bytes to everyone in a room", async () => {
    const incident = await anIncidentInHand(ctx);
    const head = await headOf(incident);
    const people = await Promise.all(Array.from({ length: 40 }, () => aPerson(ctx, "viewer")));
    const opened = await Promise.all(people.map((person) => open(person, { [incident.id]: head })));
    await write(incident, "The same for all.");
    const entries = await Promise.all(
      opened.map(async (stream) => {
        await stream.see("entries");
        return stream
          .text()
          .split("\n\n")
          .filter((part) => part.startsWith("event: entries"));
      }),
    );
    expect(new Set(entries.flat()).size).toBe(1);
    expect(entries.flat()).toHaveLength(40);
  });

  test("tells a list of rows only, and a person of what concerns them", async () => {
    const incident = await anIncidentInHand(ctx);
    const stream = await open(noor);
    const mention = { key: incident.key, text: "@Noor look.", mentions: [noor.id], occurredAt: null };
    await act(ctx.as(incident.commander), addNote, mention);
    const [notice] = await stream.see("notice");
    expect(notice?.data).toMatchObject({ personId: noor.id, kind: "mentioned", incidentKey: incident.key });
    expect(stream.events("entries")).toEqual([]);
    expect(stream.events("row").map(({ data }) => data.key)).toContain(incident.key);
  });

  test("says who is active in the room, to those in it", async () => {
    const incident = await anIncidentInHand(ctx);
    const head = await headOf(incident);
    const inside = await open(await aPerson(ctx, "viewer"), { [incident.id]: head });
    await write(incident);
    await inside.see("entries");
    await act(ctx.as(noor), notePresence, { key: incident.key });
    const [presence] = await inside.see("presence");
    const at = ctx.clock.now().getTime();
    expect(presence?.data).toEqual({ incidentId: incident.id, personId: noor.id, at });
  });
});

test("what somebody puts away leaves all their screens, and nobody else's", async () => {
  const incident = await anIncidentInHand(ctx);
  const [own, other] = [await open(noor), await open(await aPerson(ctx, "viewer"))];
  await act(ctx.as(noor), dismissEntry, { key: incident.key, seq: 1 });
  const [dismissal] = await own.see("dismissal");
  expect(dismissal?.data).toEqual({ incidentId: incident.id, seq: 1, dismissed: true });
  await afterSomethingElse(other);
  expect(other.events("dismissal")).toEqual([]);
});

describe("a person's streams end", () => {
  test("when their sessions are ended", async () => {
    const others = await open(await aPerson(ctx, "viewer"));
    const [first, second] = [await open(noor), await open(noor)];
    await act(ctx.as(noor), signOutEverywhere, { personId: noor.id });
    await until(() => first.isOver() && second.isOver());
    expect(others.isOver()).toBe(false);
    expect((await aStream(listener, await listener.cookieOf(noor.id))).status).toBe(401);
  });

  test("when they are deactivated", async () => {
    const stream = await open(noor);
    await act(ctx, deactivate, { id: noor.id });
    await until(() => stream.isOver());
  });
});

describe("an incident for its members", () => {
  let incident: InHand;

  beforeEach(async () => {
    incident = await anIncidentInHand(ctx, { visibility: "members" });
  });

  test("never reaches a stranger's stream, not even as being there", async () => {
    const stream = await open(noor);
    await write(incident, "Nobody else reads this.");
    await act(ctx.as(incident.commander), notePresence, { key: incident.key });
    await afterSomethingElse(stream);
    expect(stream.text()).not.toContain(incident.id);
    expect(stream.text()).not.toContain(incident.key);
    expect(stream.text()).not.toContain("Nobody else reads this.");
  });

  test("is gone for a stranger who asks for its room, as one that is not there", async () => {
    const nothing = newId();
    const stream = await open(noor, { [incident.id]: 0, [nothing]: 0 });
    const gone = await stream.see("gone", 2);
    expect(gone.map(({ data }) => data)).toEqual([{ id: incident.id }, { id: nothing }]);
    await write(incident);
    await act(ctx.as(incident.commander), notePresence, { key: incident.key });
    await afterSomethingElse(stream);
    expect(stream.seqs(incident.id)).toEqual([]);
    expect(stream.events("presence")).toEqual([]);
  });

  test("reaches who is let in, and is gone for who is taken out, in the room and in the list", async () => {
    const { key, id } = incident;
    await ctx.db.participant.create({
      data: { incidentId: id, personId: noor.id, role: "responder", joinedAt: ctx.clock.now() },
    });
    const room = await open(noor, { [id]: await headOf(incident) });
    const list = await open(noor);
    await write(incident);
    await room.see("entries");
    await list.see("row");
    await act(ctx.as(incident.commander), removePerson, { key, personId: noor.id });
    for (const stream of [room, list]) expect((await stream.see("gone"))[0]?.data).toEqual({ id });
    await write(incident, "After they went.");
    await afterSomethingElse(room);
    expect(room.text()).not.toContain("After they went.");
    expect(room.events("gone")).toHaveLength(1);
  });

  test("reaches administrators, who can let others in", async () => {
    const stream = await open(await aPerson(ctx, "administrator"), { [incident.id]: 0 });
    await stream.see("entries");
    expect(stream.seqs(incident.id)).toContain(1);
  });
});

test("an incident that is closed to others while they look is gone for them, and stays for its members", async () => {
  const incident = await anIncidentInHand(ctx);
  const { key, id } = incident;
  const member = await aPerson(ctx, "responder", "Wen Li");
  await act(ctx.as(member), join, { key });
  const head = await headOf(incident);
  const [outside, inside] = [await open(noor, { [id]: head }), await open(member, { [id]: head })];
  const changes = { visibility: { from: "everyone", to: "members" } } as const;
  await act(ctx.as(incident.commander), editFacts, { key, changes, reason: "Personal data" });
  expect((await outside.see("gone"))[0]?.data).toEqual({ id });
  await write(incident, "Only among us.");
  await until(() => inside.text().includes("Only among us."));
  await act(ctx.as(member), leave, { key });
  expect((await inside.see("gone"))[0]?.data).toEqual({ id });
  expect(outside.text()).not.toContain("Only among us.");
  expect(outside.text()).not.toContain("Personal data");
});
