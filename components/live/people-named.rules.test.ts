import { describe, expect, it } from "vitest";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { peopleNamed } from "./people-named.rules";
import type { LiveMessage } from "./protocol";

describe("a message of the stream names", () => {
  it("whoever is there", () => {
    expect(peopleNamed({ type: "presence", incidentId: "i", personId: "ben", at: 1 })).toEqual(["ben"]);
  });

  it("whoever acted, but no machine", () => {
    const entries = [
      anEntry("note.added", {}, { actorId: "ben" }),
      anEntry("note.added", {}, { actorId: null }),
    ];
    expect(peopleNamed({ type: "entries", incidentId: "i", entries })).toEqual(["ben"]);
  });

  it("who commands, who is asked to and who takes part", () => {
    const row = {
      commanderId: "ada",
      offer: { toId: "ben", at: "2026-03-01T03:00:00.000Z" },
      participants: [{ personId: "cleo", role: "responder" }],
    };
    expect(peopleNamed({ type: "row", row } as LiveMessage)).toEqual(["ada", "ben", "cleo"]);
    const alone = { ...row, commanderId: null, offer: null, participants: [] };
    expect(peopleNamed({ type: "row", row: alone } as unknown as LiveMessage)).toEqual([]);
  });

  it("nobody, where it is of no person", () => {
    expect(peopleNamed({ type: "resync" })).toEqual([]);
  });
});
