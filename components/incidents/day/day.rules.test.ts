import { describe, expect, it } from "vitest";
import type { IncidentRow } from "@/lib/incidents/row";
import { standardPolicy } from "@/lib/updates/cadence.rules";
import { applySlotEvent, notDeclared } from "@/lib/updates/slots.rules";
import { briefly, concerns, dueWords, myUrgent, nothingIsYours, waitingFor } from "./day.rules";

const start = Date.UTC(2026, 2, 1, 3);
const iso = (ms: number) => new Date(ms).toISOString();

function aRow(change: Partial<IncidentRow> = {}, declaredAt = start): IncidentRow {
  const event = { kind: "declared", at: declaredAt, severity: 2 } as const;
  const cadence = applySlotEvent(standardPolicy, notDeclared, event).state;
  const plain = { status: "mitigating", severity: 2, commanderId: "mara", offer: null, participants: [] };
  return {
    ...plain,
    declaredAt: iso(declaredAt),
    cadence,
    summary: null,
    ...change,
  } as unknown as IncidentRow;
}

describe("my day", () => {
  it("has what waits for my answer and what nobody commands, the most severe first, then the oldest", () => {
    const asked = aRow({ status: "declared", commanderId: "me" }, start + 60_000);
    const offered = aRow({ offer: { toId: "me", at: iso(start) } });
    const others = aRow({ offer: { toId: "jonah", at: iso(start) } });
    const unclaimed = aRow({ status: "declared", commanderId: null, severity: 1 }, start + 90_000);
    const isAsked = aRow({ status: "declared", commanderId: "jonah" });
    const rows = [asked, others, offered, unclaimed, isAsked];
    const kinds = (mayAcknowledge: boolean) =>
      waitingFor(rows, { id: "me", mayAcknowledge }).map(({ kind }) => kind);
    expect(kinds(true)).toEqual(["unclaimed", "offered", "asked"]);
    expect(kinds(false)).toEqual(["offered", "asked"]);
  });

  it("begins with the update I owe soonest, as commander, deputy or communications lead", () => {
    const later = aRow({ commanderId: "me" }, start + 60_000);
    const sooner = aRow({ participants: [{ personId: "me", role: "deputy" }] });
    const scribe = aRow({ participants: [{ personId: "me", role: "scribe" }] }, start - 60_000);
    expect(myUrgent([later, sooner, scribe], "me")).toBe(sooner);
    expect(myUrgent([scribe], "me")).toBeNull();
    expect(myUrgent([aRow({ status: "declared", commanderId: "me" })], "me")).toBeNull();
  });

  it("is changed by what happens where I take part", () => {
    expect(concerns(aRow({ participants: [{ personId: "me", role: "responder" }] }), "me")).toBe(true);
    expect(concerns(aRow(), "me")).toBe(false);
  });

  it("does not say that nothing is mine where I take part", () => {
    const mine = aRow({ key: "INC-4", participants: [{ personId: "me", role: "responder" }] });
    expect(nothingIsYours([aRow(), mine], "me")).toMatch(/^You take part in INC-4\. .* in its room\.$/);
    expect(nothingIsYours([mine, { ...mine, key: "INC-5" }], "me")).toMatch(
      /in INC-4, INC-5\. .* in their rooms\.$/,
    );
    expect(nothingIsYours([aRow()], "me")).toBe("No step, no review, no answer is yours.");
  });

  it("says an incident in a few words", () => {
    expect(briefly(aRow(), start)).toBe("SEV2, mitigating");
    expect(briefly(aRow(), start + 16 * 60_000)).toBe("SEV2, mitigating, update overdue");
  });

  it("says when something is due", () => {
    expect(dueWords(3, "Wed 4 Mar")).toEqual({ words: "due Wed 4 Mar", late: false });
    expect(dueWords(0, "Sun 1 Mar").words).toBe("due today");
    expect(dueWords(-2, "Fri 27 Feb")).toEqual({ words: "2 days late", late: true });
  });
});
