import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/kernel/actor";
import { commandLabel, commandView, lastSeen, offerWords } from "./command-view.rules";

const now = Date.UTC(2026, 2, 1, 3);
const iso = (ms: number) => new Date(ms).toISOString();
const person = (id: string, accessRole: PersonActor["accessRole"] = "responder"): PersonActor => ({
  kind: "person",
  id,
  accessRole,
  via: "session",
});
const state = { status: "mitigating", commanderId: "mara", offer: null } as const;
const facts = {
  visibility: "everyone",
  commanderId: "mara",
  declaredById: "mara",
  participants: [],
} as const;
const view = (me: PersonActor, change: object = {}, commanderActiveAt: number | null = now) =>
  commandView({ ...state, ...change }, { me, facts, commanderActiveAt, now });

describe("how command looks", () => {
  it.each([
    ["to the commander", person("mara"), {}, { kind: "mine" }],
    ["to a responder", person("elias"), {}, { kind: "theirs", mayTake: false }],
    ["to a manager", person("ruth", "manager"), {}, { kind: "theirs", mayTake: true }],
    ["to a viewer", person("vera", "viewer"), {}, { kind: "theirs", mayTake: false }],
    [
      "while offered, to the offered one",
      person("jonah"),
      { offer: { toId: "jonah", at: iso(now) } },
      { kind: "offered_to_me" },
    ],
    [
      "while offered, to the commander",
      person("mara"),
      { offer: { toId: "jonah", at: iso(now) } },
      { kind: "offered", toId: "jonah" },
    ],
    [
      "while offered, to a responder",
      person("elias"),
      { offer: { toId: "jonah", at: iso(now) } },
      { kind: "theirs", offer: { toId: "jonah", at: now }, mayTake: false },
    ],
    [
      "while offered, to a manager",
      person("ruth", "manager"),
      { offer: { toId: "jonah", at: iso(now) } },
      { kind: "theirs", offer: { toId: "jonah", at: now }, mayTake: true },
    ],
    [
      "before anybody acknowledged",
      person("elias"),
      { status: "declared", commanderId: null },
      { kind: "unclaimed", mayAcknowledge: true },
    ],
    [
      "to a viewer before that",
      person("vera", "viewer"),
      { status: "declared" },
      { kind: "unclaimed", mayAcknowledge: false },
    ],
    ["once it is over", person("mara"), { status: "resolved" }, { kind: "over" }],
  ])("%s", (_, me, change, expected) => {
    expect(view(me, change)).toMatchObject(expected);
  });

  it("a responder may take it once the commander was not seen for ten minutes", () => {
    expect(view(person("elias"), {}, now - 10 * 60_000)).toMatchObject({ kind: "theirs", mayTake: true });
    const offered = { offer: { toId: "jonah", at: iso(now - 25 * 60_000) } };
    expect(view(person("elias"), offered, now - 10 * 60_000)).toMatchObject({ mayTake: true });
  });

  it.each([person("elias"), person("vera", "viewer")])(
    "who may not take it reads who may, and when",
    (me) => {
      expect(view(me)).toMatchObject({
        whyNot: expect.stringMatching(/deputy or manager .* at any time, a responder once .* 10 minutes/),
      });
    },
  );
});

it("the key of command is called by what it does", () => {
  const offer = { toId: "jonah", at: iso(now) };
  expect(commandLabel(state, "mara")).toBe("Hand over command");
  expect(commandLabel({ ...state, offer }, "jonah")).toBe("Answer the offer of command");
  expect(commandLabel({ ...state, offer }, "elias")).toBe("Take command");
  expect(commandLabel({ ...state, status: "declared" }, "elias")).toBe("Ask somebody to command");
});

it("the commander was last seen in the room, or when command came", () => {
  const since = { commanderId: "mara", commandSince: iso(now - 9_000) };
  expect(lastSeen(since, {})).toBe(now - 9_000);
  expect(lastSeen(since, { mara: now - 5_000 })).toBe(now - 5_000);
  expect(lastSeen({ commanderId: null, commandSince: null }, {})).toBeNull();
});

it("an offer counts up to three minutes, then says that nobody answered", () => {
  expect(offerWords(now - 72_000, now)).toBe("1:12 of 3:00");
  expect(offerWords(now - 180_000, now)).toBe("no answer for 3 min");
});
