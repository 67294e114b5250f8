import { describe, expect, test } from "vitest";
import { accessRoles, systemActor, type AccessRole, type Actor } from "@/lib/kernel/actor";
import { can, canSee, policy, type Action, type IncidentFacts, type RoleInIncident } from "./policy.rules";

/** The columns within each access role: no part in the incident, then each role in it. */
const parts = ["none", "responder", "scribe", "communications_lead", "deputy", "commander"] as const;
type Part = (typeof parts)[number];

/**
 * Who may do what to an incident that everyone may see, written by hand: y may, · may not. Columns, for each access
 * role: no part, responder, scribe, communications lead, deputy, commander.
 */
const onAnIncident: Partial<Record<Action, string>> = {
  //                            viewer responder manager administrator
  "incident.read": "              yyyyyy  yyyyyy  yyyyyy  yyyyyy",
  "incident.edit": "              ······  yyyyyy  yyyyyy  yyyyyy",
  "incident.change_visibility": " ······  ·····y  yyyyyy  yyyyyy",
  "incident.move_status": "       ······  ····yy  ····yy  ····yy",
  "incident.resolve": "           ······  ·····y  ·····y  ·····y",
  "incident.cancel": "            ······  ·····y  yyyyyy  yyyyyy",
  "incident.close": "             ······  ·····y  yyyyyy  yyyyyy",
  "incident.reopen": "            ······  ·····y  yyyyyy  yyyyyy",
  "incident.webhook": "           ······  ····yy  ····yy  yyyyyy",
  "command.assign": "             ······  yyyyyy  yyyyyy  yyyyyy",
  "command.acknowledge": "        ······  yyyyyy  yyyyyy  yyyyyy",
  "command.offer": "              ······  ·····y  ·····y  ·····y",
  "command.answer": "             ······  yyyyyy  yyyyyy  yyyyyy",
  "command.take": "               ······  yyyyyy  yyyyyy  yyyyyy",
  "person.join": "                ······  yyyyyy  yyyyyy  yyyyyy",
  "person.assign_role": "         ······  ····yy  yyyyyy  yyyyyy",
  "person.remove": "              ······  ····yy  yyyyyy  yyyyyy",
  "note.add": "                   ······  yyyyyy  yyyyyy  yyyyyy",
  "entry.correct": "              ······  yyyyyy  yyyyyy  yyyyyy",
  "entry.pin": "                  ······  yyyyyy  yyyyyy  yyyyyy",
  "text.redact": "                ······  ······  yyyyyy  yyyyyy",
  "timeline.verify": "            ······  ······  yyyyyy  yyyyyy",
  "checklist.start": "            ······  yyyyyy  yyyyyy  yyyyyy",
  "step.walk": "                  ······  yyyyyy  yyyyyy  yyyyyy",
  "step.mark_overrun": "          ······  ······  ······  ······",
  "step.waive": "                 ······  ····yy  ····yy  ····yy",
  "runbook.rate": "               ······  yyyyyy  yyyyyy  yyyyyy",
  "step.check": "                 ······  yyyyyy  yyyyyy  yyyyyy",
  "criterion.add": "              ······  ····yy  yyyyyy  yyyyyy",
  "criterion.meet": "             ······  yyyyyy  yyyyyy  yyyyyy",
  "criterion.waive": "            ······  ·····y  ·····y  ·····y",
  "update.draft": "               ······  yyyyyy  yyyyyy  yyyyyy",
  "update.post": "                ······  ···yyy  ···yyy  ···yyy",
  "update.snooze": "              ······  ···yyy  ···yyy  ···yyy",
  "update.mark_missed": "         ······  ······  ······  ······",
  "summary.read": "               yyyyyy  yyyyyy  yyyyyy  yyyyyy",
  "summary.edit": "               ······  yyyyyy  yyyyyy  yyyyyy",
  "summary.submit": "             ······  yyyyyy  yyyyyy  yyyyyy",
  "summary.decide": "             ······  ······  yyyyyy  yyyyyy",
  "follow_up.edit": "             ······  yyyyyy  yyyyyy  yyyyyy",
};

/** What concerns no incident: viewer, responder, manager, administrator. */
const inTheConsole: Partial<Record<Action, string>> = {
  "incident.declare": "   ·yyy",
  "runbook.read": "       yyyy",
  "runbook.import": "     ·yyy",
  "runbook.edit": "       ·yyy",
  "runbook.publish": "    ·yyy",
  "runbook.edit_details": "·yyy",
  "runbook.archive": "    ··yy",
  "runbook.sync": "       ····",
  "runbook.detach": "     ··yy",
  "directory.read": "     yyyy",
  "profile.edit": "       yyyy",
  "people.administer": "  ···y",
  "settings.administer": "···y",
  "token.administer": "   ···y",
  "audit.read": "         ···y",
};

/** What the console does by itself: due work, the set-up, the command line. Nothing else. */
const bySystem: Action[] = [
  ...(["incident.read", "runbook.read", "directory.read", "summary.read", "incident.declare"] as const),
  ...(["note.add", "timeline.verify", "criterion.meet", "update.mark_missed", "summary.edit"] as const),
  ...(["step.mark_overrun", "runbook.import", "runbook.publish", "runbook.sync"] as const),
  ...(["people.administer", "settings.administer", "audit.read"] as const),
];

const ME = "0199c0de-0000-7000-8000-000000000001";
const SOMEBODY = "0199c0de-0000-7000-8000-000000000002";

function anActor(kind: "person" | "token", accessRole: AccessRole, scopes?: readonly string[]): Actor {
  return { kind, id: ME, accessRole, via: "test", scopes };
}

function anIncident(
  part: Part,
  visibility: IncidentFacts["visibility"],
  declaredById = SOMEBODY,
): IncidentFacts {
  const others = [{ personId: SOMEBODY, role: "deputy" as const }];
  if (part === "none") return { visibility, declaredById, commanderId: SOMEBODY, participants: others };
  // A commander is a participant too, and no role there adds to or takes from command.
  const role = part === "commander" ? "responder" : part;
  const participants = [...others, { personId: ME, role }];
  return { visibility, declaredById, commanderId: part === "commander" ? ME : SOMEBODY, participants };
}

function cells(row: string | undefined): string {
  return (row ?? "").replaceAll(" ", "");
}

const actions = Object.keys(policy) as Action[];

test("every action stands in exactly one of the tables", () => {
  const listed = [...Object.keys(onAnIncident), ...Object.keys(inTheConsole)];
  expect(listed.toSorted()).toEqual(actions.toSorted());
  for (const row of Object.values(onAnIncident)) expect(cells(row)).toMatch(/^[y·]{24}$/);
  for (const row of Object.values(inTheConsole)) expect(cells(row)).toMatch(/^[y·]{4}$/);
});

describe.each(["person", "token"] as const)("a %s", (kind) => {
  describe.each(Object.entries(onAnIncident) as [Action, string][])("%s", (action, row) => {
    for (const [r, accessRole] of accessRoles.entries()) {
      for (const [p, part] of parts.entries()) {
        const may = cells(row)[r * parts.length + p] === "y";
        const actor = anActor(kind, accessRole);

        test(`${accessRole}, ${part} in it, everyone sees it: ${may ? "yes" : "no"}`, () => {
          expect(can(actor, action, anIncident(part, "everyone"))).toBe(may);
        });

        const sees = part !== "none" || accessRole === "administrator";
        test(`${accessRole}, ${part} in it, members see it: ${may && sees ? "yes" : "no"}`, () => {
          expect(can(actor, action, anIncident(part, "members"))).toBe(may && sees);
        });
      }
    }
  });

  test.each(Object.entries(inTheConsole) as [Action, string][])("%s", (action, row) => {
    const answers = accessRoles.map((role) => (can(anActor(kind, role), action) ? "y" : "·"));
    expect(answers.join("")).toBe(cells(row));
  });
});

describe("an incident for its members", () => {
  const declared = anIncident("none", "members", ME);

  test.each(accessRoles)(
    "is seen by the %s who declared it, with no more rights than without a part",
    (role) => {
      const actor = anActor("person", role);
      expect(canSee(actor, declared)).toBe(true);
      for (const [action, row] of Object.entries(onAnIncident) as [Action, string][]) {
        const may = cells(row)[accessRoles.indexOf(role) * parts.length] === "y";
        expect([action, can(actor, action, declared)]).toEqual([action, may]);
      }
    },
  );

  test("is seen by no manager who has no part in it, and by every administrator", () => {
    expect(canSee(anActor("person", "manager"), anIncident("none", "members"))).toBe(false);
    expect(canSee(anActor("person", "administrator"), anIncident("none", "members"))).toBe(true);
  });

  test("is not seen by whom the console does not know as its declarer", () => {
    const imported: IncidentFacts = {
      ...anIncident("none", "members"),
      declaredById: null,
      commanderId: null,
    };
    expect(canSee(anActor("person", "responder"), imported)).toBe(false);
  });
});

describe("the console itself", () => {
  test.each(actions)("%s", (action) => {
    const may = bySystem.includes(action);
    expect(can(systemActor("test"), action)).toBe(may);
    expect(can(systemActor("test"), action, anIncident("none", "members"))).toBe(may);
  });
});

describe("scopes", () => {
  const commanded = anIncident("commander", "members");

  test("an empty list allows nothing", () => {
    for (const action of actions)
      expect(can(anActor("token", "administrator", []), action, commanded)).toBe(false);
  });

  test.each(["person", "token"] as const)("of a %s only narrow", (kind) => {
    for (const accessRole of accessRoles) {
      for (const action of actions) {
        const without = can(anActor(kind, accessRole), action, commanded);
        expect(can(anActor(kind, accessRole, [action]), action, commanded)).toBe(without);
        expect(can(anActor(kind, accessRole, ["incident.declare.all"]), action, commanded)).toBe(false);
      }
    }
  });

  test("show nobody an incident that they could not see", () => {
    const viewer = anActor("token", "viewer", ["incident.read"]);
    expect(can(viewer, "incident.read", anIncident("none", "members"))).toBe(false);
  });
});

test("a role in the incident gives a viewer nothing but what viewers have", () => {
  const reading: Action[] = ["incident.read", "summary.read"];
  for (const part of parts) {
    for (const action of Object.keys(onAnIncident) as Action[]) {
      const may = can(anActor("person", "viewer"), action, anIncident(part, "everyone"));
      expect([action, may]).toEqual([action, reading.includes(action)]);
    }
  }
});

test("the roles in an incident are those of the table", () => {
  const known: RoleInIncident[] = ["commander", "deputy", "communications_lead", "scribe", "responder"];
  expect(parts.filter((part) => part !== "none").toSorted()).toEqual(known.toSorted());
});
