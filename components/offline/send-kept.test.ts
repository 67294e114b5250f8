import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { inMemory, withSpare } from "./act-store";
import type { KeptAct } from "./kept-act";
import type { Answered } from "./outcome.rules";
import { sendKept, type ActStore } from "./send-kept";

const NOW = Date.parse("2026-03-01T03:00:00.000Z");
const note = anEntry("note.added");

function anAct(number: number, changes: Partial<KeptAct> = {}): KeptAct {
  return {
    id: `act-${String(number).padStart(3, "0")}`,
    ...{ personId: "sam", incidentId: "i1", incidentKey: "INC-1", at: NOW, said: "Note", words: null },
    request: { method: "POST", path: "/incidents/INC-1/notes", body: { text: `note ${number}` } },
    ...{ shows: { kind: "note" }, tried: false, failures: 0, refusal: null },
    ...changes,
  };
}

async function aStoreWith(...acts: KeptAct[]): Promise<ActStore> {
  const store = inMemory();
  for (const act of acts) await store.put(act);
  return store;
}

function sending(store: ActStore, deliver: (act: KeptAct) => Promise<Answered>) {
  return { store, personId: "sam", deliver, onDone: () => undefined, now: () => NOW };
}

const done: Answered = { kind: "done", entries: [note] };
const idsIn = async (store: ActStore) => (await store.all()).map(({ id }) => id);

describe("what is kept", () => {
  it("goes out in the order in which it was done, and is gone then", async () => {
    const store = await aStoreWith(anAct(2), anAct(1), anAct(3));
    const sent: string[] = [];
    const end = await sendKept(
      sending(store, ({ id }) => {
        sent.push(id);
        return Promise.resolve(done);
      }),
    );
    expect([end, sent, await idsIn(store)]).toEqual(["all", ["act-001", "act-002", "act-003"], []]);
  });

  it("stays where it is while the console is away, marked as tried", async () => {
    const store = await aStoreWith(anAct(1), anAct(2));
    expect(await sendKept(sending(store, () => Promise.resolve({ kind: "away" })))).toBe("away");
    expect((await store.all()).map(({ tried }) => tried)).toEqual([true, false]);
  });

  it("of another person waits for them", async () => {
    const store = await aStoreWith(anAct(1, { personId: "elias" }), anAct(2));
    expect(await sendKept(sending(store, () => Promise.resolve(done)))).toBe("all");
    expect(await idsIn(store)).toEqual(["act-001"]);
  });

  it("stops when somebody else is signed in", async () => {
    const store = await aStoreWith(anAct(1), anAct(2));
    expect(await sendKept(sending(store, () => Promise.resolve({ kind: "signed_out" })))).toBe("signed_out");
    expect(await idsIn(store)).toHaveLength(2);
  });

  it("and is refused says why, and holds up nothing behind it", async () => {
    const store = await aStoreWith(anAct(1), anAct(2));
    const no: Answered = { kind: "refused", why: "Elias was first." };
    await sendKept(sending(store, ({ id }) => Promise.resolve(id === "act-001" ? no : done)));
    expect(await store.all()).toMatchObject([{ id: "act-001", refusal: "Elias was first." }]);
  });

  it("and cannot be taken five times makes way", async () => {
    const store = await aStoreWith(anAct(1), anAct(2));
    const broken: Answered = { kind: "failing", why: "The console met an error." };
    const run = () => sendKept(sending(store, ({ id }) => Promise.resolve(id === "act-001" ? broken : done)));
    const ends = [await run(), await run(), await run(), await run(), await run()];
    expect(ends).toEqual(["away", "away", "away", "away", "all"]);
    expect(await store.all()).toMatchObject([{ id: "act-001", refusal: "The console met an error." }]);
  });

  it("and was sent long ago is not sent again: nobody knows any more whether it was done", async () => {
    const old = NOW - 41 * 3_600_000;
    const store = await aStoreWith(anAct(1, { at: old, tried: true }), anAct(2, { at: old }));
    const sent: string[] = [];
    await sendKept(
      sending(store, ({ id }) => {
        sent.push(id);
        return Promise.resolve(done);
      }),
    );
    expect(sent).toEqual(["act-002"]);
    expect(await store.all()).toMatchObject([
      { id: "act-001", refusal: expect.stringContaining("timeline") },
    ]);
  });
});

it("is kept in memory when the disk is full, and goes out in its turn", async () => {
  const disk = await aStoreWith(anAct(2));
  const full = withSpare({ ...disk, put: () => Promise.reject(new Error("Quota exceeded.")) });
  await full.put(anAct(1));
  const sent: string[] = [];
  await sendKept(
    sending(full, ({ id }) => {
      sent.push(id);
      return Promise.resolve(done);
    }),
  );
  expect([sent, await idsIn(full)]).toEqual([["act-001", "act-002"], []]);
});

it("corrects a gap that was filled before it, by the id under which the console knows that", async () => {
  const fill = (number: number, expected: string | null) =>
    anAct(number, {
      request: { method: "PUT", path: "/incidents/INC-1/placeholders", body: { name: "node", expected } },
      shows: { kind: "gap", name: "node" },
    });
  const store = await aStoreWith(fill(1, null), fill(2, "act-001"), fill(3, "act-002"));
  const entries = [1, 2, 3].map((number) =>
    anEntry("placeholder.filled", { value: { textId: `text-${number}`, digest: "" } }, { seq: number }),
  );
  const expected: unknown[] = [];
  await sendKept(
    sending(store, ({ request }) => {
      expected.push((request.body as { expected: unknown }).expected);
      return Promise.resolve({ kind: "done", entries: [entries[expected.length - 1]!] });
    }),
  );
  expect(expected).toEqual([null, "text-1", "text-2"]);
});

/** A console that does each key once, over a line that loses requests and answers. */
function aLossyConsole(losses: readonly ("none" | "request" | "answer")[]) {
  const performed: string[] = [];
  let sent = 0;
  const deliver = async ({ id }: KeptAct): Promise<Answered> => {
    const lost = losses[sent++] ?? "none";
    if (lost === "request") return { kind: "away" };
    if (!performed.includes(id)) performed.push(id);
    return lost === "answer" ? { kind: "away" } : done;
  };
  return { performed, deliver };
}

test("whatever is lost, and however many tabs send at once, each act is done once and in order", async () => {
  const loss = fc.constantFrom("none" as const, "request" as const, "answer" as const);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(loss, { maxLength: 30 }),
      fc.scheduler(),
      async (count, tabs, losses, scheduler) => {
        const acts = Array.from({ length: count }, (_, index) => anAct(index + 1));
        const store = await aStoreWith(...acts);
        const console = aLossyConsole(losses);
        const tab = async () => {
          const deliver = scheduler.scheduleFunction(console.deliver);
          while ((await sendKept(sending(store, deliver))) !== "all");
        };
        await scheduler.waitFor(Promise.all(Array.from({ length: tabs }, tab)));
        expect(console.performed).toEqual(acts.map(({ id }) => id));
        expect(await idsIn(store)).toEqual([]);
      },
    ),
  );
});
