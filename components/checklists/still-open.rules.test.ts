import { describe, expect, it } from "vitest";
import { standardPolicy } from "@/lib/updates/cadence.rules";
import { applySlotEvent, notDeclared } from "@/lib/updates/slots.rules";
import { stillOpen, stillOpenWords } from "./still-open.rules";

const t0 = Date.UTC(2026, 2, 1, 3);
const { state: cadence } = applySlotEvent(standardPolicy, notDeclared, {
  ...{ kind: "declared", at: t0, severity: 2 },
});
const running = { status: "mitigating", commanderId: "mara", offer: null, cadence, criteria: [] } as const;
const criteria = [
  { gate: "resolved", state: "open" },
  { gate: "resolved", state: "open" },
  { gate: "resolved", state: "met" },
  { gate: "closed", state: "open" },
] as const;
const said = (change: object, minutes = 0) =>
  stillOpenWords(stillOpen({ ...running, ...change }, "me"), t0 + minutes * 60_000, (id) =>
    id === "mara" ? "Mara" : id,
  );

describe("what is open when no step is", () => {
  it("counts the exit criteria of resolved, and when the update is due", () => {
    expect(said({ criteria }, 10)).toBe("2 exit criteria are open; update 1 is due in 05:00.");
    expect(said({ criteria: criteria.slice(1) }, 10)).toMatch(/^1 exit criterion is open; /);
  });

  it("says how late the update is, misses or not", () => {
    expect(said({}, 17)).toBe("Update 1 is overdue, +02:00.");
    expect(said({}, 40)).toBe("Update 1 is overdue, +25:00.");
  });

  it.each([
    [{ status: "declared", commanderId: "me" }, "You are asked to command; update 1"],
    [{ status: "declared", commanderId: null }, "Nobody has command; update 1"],
    [{ offer: { toId: "me", at: "" } }, "Mara offers you command; update 1"],
    [{ status: "declared", commanderId: "jonah" }, "Update 1"],
    [{ offer: { toId: "jonah", at: "" } }, "Update 1"],
  ])("begins with command where it waits for me: %o", (change, words) => {
    expect(said(change).startsWith(words)).toBe(true);
  });

  it("says the status to whoever moves it, until the worst is over", () => {
    const led = (status: "mitigating" | "monitoring") =>
      stillOpenWords(stillOpen({ ...running, status, criteria }, "mara", true), t0, (id) => id);
    expect(led("mitigating")).toBe(
      "2 exit criteria are open; its status is still mitigating; update 1 is due in 15:00.",
    );
    expect(led("monitoring")).toBe("2 exit criteria are open; update 1 is due in 15:00.");
  });

  it("is silent when nothing is", () => {
    expect(said({ cadence: { ...cadence, open: null } })).toBe("");
  });
});
