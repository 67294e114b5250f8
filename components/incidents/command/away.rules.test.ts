import { describe, expect, it } from "vitest";
import { missedFor } from "./away.rules";

const now = Date.UTC(2026, 2, 1, 3);
const MIN = 60_000;
const state = { commanderId: "mara", commandSince: new Date(now - 60 * MIN).toISOString() };

describe("a commander who was not seen", () => {
  it.each([
    ["just now", { mara: now }, null],
    ["almost five minutes ago", { mara: now - 5 * MIN + 1 }, null],
    ["five minutes ago", { mara: now - 5 * MIN }, 5 * MIN],
    ["since they got command", { sam: now }, 60 * MIN],
  ])("active %s", (_, lastActive, missed) => {
    expect(missedFor(state, lastActive, now)).toBe(missed);
  });

  it("is nobody where nobody has command", () => {
    expect(missedFor({ commanderId: null, commandSince: null }, {}, now)).toBeNull();
  });
});
