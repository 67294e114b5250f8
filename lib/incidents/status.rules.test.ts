import { describe, expect, it } from "vitest";
import { incidentStatus, type IncidentStatus } from "@/lib/timeline/events/common";
import {
  decideCancel,
  decideClose,
  decideMove,
  decideReopen,
  decideResolve,
  decideWalk,
  moveBetween,
  type Move,
} from "./status.rules";

/** The table of product.md, written out by hand: every pair that is not here does not exist. */
const moves: [IncidentStatus, IncidentStatus, Move][] = [
  ["declared", "investigating", "acknowledge"],
  ["investigating", "mitigating", "move"],
  ["investigating", "monitoring", "move"],
  ["mitigating", "investigating", "move"],
  ["mitigating", "monitoring", "move"],
  ["monitoring", "investigating", "move"],
  ["monitoring", "mitigating", "move"],
  ["investigating", "resolved", "resolve"],
  ["mitigating", "resolved", "resolve"],
  ["monitoring", "resolved", "resolve"],
  ["declared", "cancelled", "cancel"],
  ["investigating", "cancelled", "cancel"],
  ["mitigating", "cancelled", "cancel"],
  ["monitoring", "cancelled", "cancel"],
  ["resolved", "closed", "close"],
  ["resolved", "investigating", "reopen"],
  ["closed", "investigating", "reopen"],
  ["cancelled", "investigating", "reopen"],
];
const pairs = incidentStatus.options.flatMap((from) =>
  incidentStatus.options.map((to): [IncidentStatus, IncidentStatus] => [from, to]),
);

describe("the status table", () => {
  it.each(pairs)("%s to %s", (from, to) => {
    const move = moves.find(([a, b]) => a === from && b === to)?.[2] ?? null;
    expect(moveBetween(from, to)).toBe(move);
    expect(decideMove(from, to).ok).toBe(move === "move");
    if (to === "resolved") expect(decideResolve(from, []).ok).toBe(move === "resolve");
    if (to === "cancelled") expect(decideCancel(from).ok).toBe(move === "cancel");
    if (to === "investigating") expect(decideReopen(from, null).ok).toBe(move === "reopen");
  });

  it("resolved waits for the gate and names what is missing", () => {
    expect(decideResolve("monitoring", ["Queue is empty", "Alerts are quiet"])).toMatchObject({
      ok: false,
      code: "gate_open",
      message: "Not met yet: Queue is empty; Alerts are quiet. Meet or waive each.",
    });
  });

  it("what was merged is not opened again", () => {
    expect(decideReopen("cancelled", "another").ok).toBe(false);
  });
});

describe("closing", () => {
  const ask = { from: "resolved", severity: 3, isManager: false, reason: null, missing: [] } as const;
  it.each([
    ["with a summary signed off", { signedOff: true }, true],
    ["without one", { signedOff: false }, false],
    ["SEV3 by a manager with a reason", { signedOff: false, isManager: true, reason: "Small" }, true],
    ["SEV3 by a manager without a reason", { signedOff: false, isManager: true }, false],
    ["SEV3 by somebody else with a reason", { signedOff: false, reason: "Small" }, false],
    [
      "SEV2 by a manager with a reason",
      { signedOff: false, severity: 2, isManager: true, reason: "S" },
      false,
    ],
  ] as const)("%s", (_, change, ok) => {
    expect(decideClose({ ...ask, ...change }).ok).toBe(ok);
  });

  it("a manager's reason stands in for what sign-off meets, not for the rest", () => {
    const byReason = { ...ask, signedOff: false, isManager: true, reason: "Small" };
    const signedOff = { text: "Summary signed off", bySignOff: true };
    const other = { text: "Customers told", bySignOff: false };
    expect(decideClose({ ...byReason, missing: [signedOff] }).ok).toBe(true);
    expect(decideClose({ ...byReason, missing: [signedOff, other] })).toMatchObject({
      message: "Not met yet: Customers told. Meet or waive each.",
    });
  });
});

it("checklists are walked until it is closed or cancelled", () => {
  const walked = incidentStatus.options.filter((status) => decideWalk(status).ok);
  expect(walked).toEqual(["declared", "investigating", "mitigating", "monitoring", "resolved"]);
});
