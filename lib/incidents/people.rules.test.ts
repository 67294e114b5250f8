import { describe, expect, it } from "vitest";
import { decideLeave, decideRole } from "./people.rules";

const participants = [
  { personId: "mara", role: "responder" },
  { personId: "jonah", role: "deputy" },
  { personId: "elias", role: "responder" },
] as const;
const people = { commanderId: "mara", offeredToId: null, participants };

describe("giving a role", () => {
  it.each(["deputy", "communications_lead", "scribe"] as const)("%s is held by one", (role) => {
    const held = [{ personId: "jonah", role }, participants[2]];
    expect(decideRole({ commanderId: "mara", participants: held, personId: "elias", role })).toEqual({
      ok: true,
      changes: [
        { personId: "jonah", from: role, role: "responder" },
        { personId: "elias", from: "responder", role },
      ],
    });
  });

  it("responders are any number, and a newcomer joins", () => {
    expect(decideRole({ ...people, personId: "wen", role: "responder" })).toEqual({
      ok: true,
      changes: [{ personId: "wen", from: null, role: "responder" }],
    });
  });

  it("not to the commander, and not the one they have", () => {
    expect(decideRole({ ...people, personId: "mara", role: "scribe" }).ok).toBe(false);
    expect(decideRole({ ...people, personId: "jonah", role: "deputy" }).ok).toBe(false);
  });
});

describe("leaving", () => {
  it("is for who takes part, but not in command or offered it", () => {
    expect(decideLeave({ ...people, personId: "elias" })).toEqual({ ok: true, role: "responder" });
    expect(decideLeave({ ...people, personId: "mara" }).ok).toBe(false);
    expect(decideLeave({ ...people, personId: "nobody" }).ok).toBe(false);
    expect(decideLeave({ ...people, offeredToId: "elias", personId: "elias" }).ok).toBe(false);
  });
});
