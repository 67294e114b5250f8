import { expect, test } from "vitest";
import { createNames } from "@/lib/timeline/describe/create-names";
import { fold } from "@/lib/timeline/fold";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { people, things } from "@/lib/timeline/testing/things";
import type { IncidentStatus } from "@/lib/timeline/events/common";
import { personMenu } from "./person-menu";

const ben = { personId: people.jonah, role: "responder", here: true, awayMs: null, command: null } as const;
const state = fold([
  anEntry("incident.declared"),
  anEntry("checklist.started", {}, { seq: 2 }),
  anEntry("step.assigned", { itemId: things.item, from: null, to: ben.personId }, { seq: 3 }),
]);
const names = createNames({ me: ben.personId, timeZone: "UTC", people: [], state, stepTitle: () => "Drain" });

function hintIn(status: IncidentStatus): string | undefined {
  const nothing = () => undefined;
  const ask = { isMe: true, mayGiveRoles: false, give: nothing, remove: nothing, leave: nothing };
  const [leave] = personMenu(ben, { ...state, status }, names, ask);
  return leave && "hint" in leave ? leave.hint : undefined;
}

test("leaving says which steps are given back, while steps can be walked", () => {
  expect(hintIn("mitigating")).toBe("Gives back: Drain");
  expect(hintIn("closed")).toBeUndefined();
});
