import { describe, expect, it } from "vitest";
import type { IncidentState, ItemState } from "@/lib/timeline/fold/state";
import { notDeclared } from "@/lib/updates/slots.rules";
import { briefOf } from "./brief.rules";

const text = (value: string) => ({ id: "t", value });
const at = "2026-03-01T03:00:00.000Z";

function anItem(id: string, change: Partial<ItemState>): ItemState {
  const plain = {
    kind: "step" as const,
    stepKey: id,
    title: null,
    parentId: null,
    group: null,
    branch: null,
    round: 1,
  };
  const untouched = {
    assigneeId: null,
    takenAt: null,
    changedById: null,
    changedAt: null,
    reason: null,
    remarks: [],
    secondActs: [],
    checks: [],
  };
  const needs = { evidence: false, secondPerson: false, minutes: null };
  const unasked = { answer: null, left: false, leftAt: null, asked: null, needs };

  return { id, ...plain, state: "todo", ...untouched, ...unasked, ...change };
}

function aState(change: Partial<IncidentState>): IncidentState {
  const seat = { role: "responder", joinedAt: at, leftAt: null } as const;
  const participants = [
    { personId: "mara", ...seat },
    { personId: "jonah", ...seat, role: "deputy" as const },
    { personId: "gone", ...seat, leftAt: at },
  ];
  const state = { status: "mitigating", statusSince: at, commanderId: "mara", participants };
  const empty = {
    cadence: notDeclared,
    checklists: [],
    criteria: [],
    placeholders: [],
    updates: [],
    callLink: null,
  };
  return { ...state, ...empty, ...change } as unknown as IncidentState;
}

describe("the hand-over brief", () => {
  it("names who is there, without the commander and those who left", () => {
    expect(briefOf(aState({})).people).toEqual([{ personId: "jonah", role: "deputy" }]);
  });

  it("tells what is in hand, blocked and failed, oldest first, and how much is to do", () => {
    const items = [
      anItem("a", { state: "in_progress", assigneeId: "elias", changedAt: "2026-03-01T03:05:00.000Z" }),
      anItem("b", { state: "blocked", changedById: "sam", changedAt: at, reason: text("the vendor") }),
      anItem("c", {}),
      anItem("d", { state: "done" }),
    ];
    const brief = briefOf(
      aState({ checklists: [{ items } as unknown as IncidentState["checklists"][number]] }),
    );
    expect(brief.steps.map(({ itemId, personId, reason }) => [itemId, personId, reason])).toEqual([
      ["b", "sam", "the vendor"],
      ["a", "elias", null],
    ]);
    expect(brief.todo).toEqual({ open: 1, total: 4 });
  });

  it("does not count as open what nobody has to do any more", () => {
    const items = [
      anItem("asked", {}),
      anItem("other answer", {}),
      anItem("chosen", { state: "done" }),
      anItem("next", {}),
    ];
    const checklists = [{ items } as unknown as IncidentState["checklists"][number]];
    const brief = briefOf(aState({ checklists }), new Set(["asked", "other answer"]));
    expect(brief.todo).toEqual({ open: 1, total: 4 });
  });

  it("lists what still blocks resolved, and nothing of closed", () => {
    const criterion = {
      runbookVersionId: null,
      bySignOff: false,
      decidedById: null,
      decidedAt: null,
      reason: null,
    };
    const criteria: IncidentState["criteria"] = [
      { id: "1", ...criterion, gate: "resolved", state: "open", text: text("Queue is empty") },
      { id: "2", ...criterion, gate: "resolved", state: "waived", text: text("Tested") },
      { id: "3", ...criterion, gate: "closed", state: "open", text: text("Signed off") },
    ];
    expect(briefOf(aState({ criteria })).missing).toEqual([{ id: "1", text: "Queue is empty" }]);
  });
});
