import { describe, expect, it } from "vitest";
import { standardPolicy } from "@/lib/updates/cadence.rules";
import { applySlotEvent, notDeclared } from "@/lib/updates/slots.rules";
import { attention, inOrder, type Attended } from "./attention.rules";

const MINUTE = 60_000;
const start = Date.UTC(2026, 2, 1, 3);

/** A SEV2 in hand, declared at `start`: its first update is due 15 minutes later. */
function aRow(change: Partial<Attended> = {}, declaredAt = start): Attended {
  const severity = change.severity ?? 2;
  const event = { kind: "declared", at: declaredAt, severity } as const;
  return {
    status: "mitigating",
    severity,
    declaredAt: new Date(declaredAt).toISOString(),
    commanderId: "mara",
    offer: null,
    cadence: applySlotEvent(standardPolicy, notDeclared, event).state,
    summary: null,
    ...change,
  };
}

describe("what needs attention", () => {
  it("nothing, far from due", () => {
    expect(attention(aRow(), start)).toEqual({ group: "running", reason: null, lateness: -15 * MINUTE });
  });

  it.each([
    [12 * MINUTE - 1, null],
    [12 * MINUTE, "due_soon"],
    [15 * MINUTE - 1, "due_soon"],
    [15 * MINUTE, "overdue"],
    [45 * MINUTE, "overdue"],
  ])("after %i ms: %s", (ms, kind) => {
    expect(attention(aRow(), start + ms).reason?.kind ?? null).toBe(kind);
  });

  it.each([
    ["nobody has command", { status: "declared", commanderId: null }, "nobody"],
    ["who was asked has not acknowledged", { status: "declared" }, "not_acknowledged"],
    ["command is offered", { offer: { toId: "jonah", at: new Date(start).toISOString() } }, "offered"],
  ] as const)("%s", (_, change, kind) => {
    expect(attention(aRow(change), start)).toMatchObject({ group: "needs_attention", reason: { kind } });
  });

  it("an offer is unanswered from three minutes on", () => {
    const row = aRow({ offer: { toId: "jonah", at: new Date(start).toISOString() } });
    expect(attention(row, start + 3 * MINUTE - 1).reason).toMatchObject({ unanswered: false });
    expect(attention(row, start + 3 * MINUTE).reason).toMatchObject({ unanswered: true });
  });

  it("a summary that is late says by how much; one signed off is not late", () => {
    const reviewDueAt = new Date(start).toISOString();
    const row = aRow({ status: "resolved", summary: { state: "returned", reviewDueAt } });
    expect(attention(row, start + MINUTE).reason).toMatchObject({ state: "returned", lateMs: MINUTE });
    const signed = aRow({ status: "resolved", summary: { state: "signed_off", reviewDueAt } });
    expect(attention(signed, start + MINUTE).reason).toMatchObject({ lateMs: 0 });
  });
});

describe("the order", () => {
  it("is by group, then severity, then lateness", () => {
    const late = aRow({}, start - 20 * MINUTE);
    const later = aRow({}, start - 25 * MINUTE);
    const worse = aRow({ severity: 1 }, start - 15 * MINUTE);
    const calm = aRow({ severity: 1 });
    const resolved = aRow({ status: "resolved" });
    const closed = aRow({ status: "closed" });
    const rows = [closed, resolved, calm, late, later, worse];
    expect(inOrder(rows, start)).toEqual([worse, later, late, calm, resolved, closed]);
  });

  it("of what is over, the newest comes first", () => {
    const [older, newer] = [aRow({ status: "closed" }, start), aRow({ status: "cancelled" }, start + 1)];
    expect(inOrder([older, newer], start)).toEqual([newer, older]);
  });
});
