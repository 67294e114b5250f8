import { expect, test } from "vitest";
import { fold } from "@/lib/timeline/fold";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { people, things } from "@/lib/timeline/testing/things";
import { moveAct, remarkAct } from "@/components/checklists/step-acts.rules";
import type { KeptAct } from "./kept-act";
import { withKept } from "./show-kept.rules";

const { sam } = people;
const at = Date.parse("2026-03-01T03:10:00.000Z");
const state = fold([anEntry("incident.declared"), anEntry("checklist.started", {}, { seq: 2 })]);
const needs = { evidence: false, secondPerson: false, minutes: null };
const step = { item: state.checklists[0]!.items[0]!, title: "Restart the planner", needs };

function kept(
  act: Pick<KeptAct, "request" | "at" | "said" | "words" | "shows">,
  changes: Partial<KeptAct> = {},
): KeptAct {
  const incident = { personId: sam, incidentId: things.incident, incidentKey: "INC-42" };
  return { id: "act-1", ...act, ...incident, tried: false, failures: 0, refusal: null, ...changes };
}

const itemOf = (acts: KeptAct[]) => withKept(state, acts).checklists[0]?.items[0];

test("a kept skip shows with its reason and its own time", () => {
  expect(itemOf([kept(moveAct(step, "skipped", { note: "Not needed." }, sam, at))])).toMatchObject({
    ...{ state: "skipped", changedById: sam, changedAt: "2026-03-01T03:10:00.000Z" },
    reason: { value: "Not needed." },
  });
});

test("a later act sees the earlier one, and says so when it is sent", () => {
  const ticked = kept(moveAct(step, "done", {}, sam, at));
  const seen = { ...step, item: itemOf([ticked])! };
  const unticked = moveAct(seen, "todo", {}, sam, at + 1_000);
  expect(unticked.request.body).toMatchObject({ expected: "done", expectedById: sam, whenSecond: "keep" });
  expect(itemOf([ticked, kept(unticked)])).toMatchObject({ state: "todo" });
});

test("a first tick waits for a second person, and theirs says whose it confirms", () => {
  const asking = { ...step, needs: { ...needs, secondPerson: true } };
  const ticked = kept(moveAct(asking, "done", {}, sam, at));
  const waiting = itemOf([ticked])!;
  expect(waiting).toMatchObject({ state: "in_progress", asked: { personId: sam } });
  const theirs = moveAct({ ...asking, item: waiting }, "done", {}, people.jonah, at);
  expect(theirs.request.body).toMatchObject({ expected: "in_progress", confirms: sam });
});

test("a kept remark stands with its step", () => {
  expect(itemOf([kept(remarkAct(step, "evidence", "3 pods", at))])?.remarks).toMatchObject([
    { kind: "evidence", text: { value: "3 pods" }, personId: sam },
  ]);
});

test("what was refused does not show as done", () => {
  const refused = kept(moveAct(step, "done", {}, sam, at), { refusal: "Elias was first." });
  expect(itemOf([refused])).toEqual(step.item);
  expect(withKept(state, [])).toBe(state);
});
