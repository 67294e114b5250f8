import { describe, expect, it } from "vitest";
import type { RoleInIncident } from "@/lib/auth/policy.rules";
import { accessRoles, type AccessRole } from "@/lib/kernel/actor";
import { incidentStatus } from "@/lib/timeline/events/common";
import {
  AWAY_MS,
  decideAcknowledge,
  decideAnswer,
  decideAssign,
  decideOffer,
  decideTake,
  decideWithdraw,
} from "./command.rules";

const running = { status: "mitigating", commanderId: "mara", offeredToId: null } as const;
const now = Date.UTC(2026, 2, 1, 3);

describe("command in each status", () => {
  it.each(incidentStatus.options)("%s", (status) => {
    const isRunning = ["investigating", "mitigating", "monitoring"].includes(status);
    const command = { ...running, status };
    expect(decideAssign(command, "jonah").ok).toBe(status === "declared");
    expect(decideAcknowledge(command).ok).toBe(status === "declared");
    expect(decideOffer(command, "jonah").ok).toBe(isRunning);
    const manager = { personId: "ruth", accessRole: "manager", role: null, activeAt: now, now } as const;
    expect(decideTake(command, manager).ok).toBe(isRunning);
  });
});

describe("an offer", () => {
  const offered = { ...running, offeredToId: "jonah" };
  it("stands alone: no second one, to the same or to another", () => {
    expect(decideOffer(offered, "jonah").ok).toBe(false);
    expect(decideOffer(offered, "elias").ok).toBe(false);
  });
  it("is not made to who has command", () => expect(decideOffer(running, "mara").ok).toBe(false));
  it("is answered by the offered one only", () => {
    expect(decideAnswer(offered, "jonah")).toEqual({ ok: true, from: "mara" });
    expect(decideAnswer(offered, "elias").ok).toBe(false);
    expect(decideAnswer(running, "jonah").ok).toBe(false);
  });
  it("is taken back while it stands", () => {
    expect(decideWithdraw(offered)).toEqual({ ok: true, from: "mara", to: "jonah" });
    expect(decideWithdraw(running).ok).toBe(false);
  });
});

describe("taking command", () => {
  const roles: (RoleInIncident | null)[] = [null, "responder", "scribe", "communications_lead", "deputy"];
  const cases = accessRoles
    .filter((role) => role !== "viewer")
    .flatMap((accessRole) => roles.map((role): [AccessRole, RoleInIncident | null] => [accessRole, role]));

  it.each(cases)("%s, %s: at any time or after ten minutes", (accessRole, role) => {
    const ask = { personId: "elias", accessRole, role, now };
    const always = accessRole !== "responder" || role === "deputy";
    expect(decideTake(running, { ...ask, activeAt: now - AWAY_MS + 1 }).ok).toBe(always);
    expect(decideTake(running, { ...ask, activeAt: now - AWAY_MS }).ok).toBe(true);
    expect(decideTake(running, { ...ask, activeAt: null }).ok).toBe(true);
  });

  it("is open to anybody who may while nobody has it", () => {
    const ask = { personId: "elias", accessRole: "responder", role: null, activeAt: null, now } as const;
    expect(decideTake({ ...running, commanderId: null }, ask).ok).toBe(true);
  });

  it("is nothing for who has it", () => {
    const ask = { personId: "mara", accessRole: "manager", role: "commander", activeAt: null, now } as const;
    expect(decideTake(running, ask).ok).toBe(false);
  });
});
