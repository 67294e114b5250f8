import { expect, test } from "vitest";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { people, things } from "@/lib/timeline/testing/things";
import { noticesFor } from "./notices.rules";

const at = "2026-03-01T03:10:00.000Z";
const row = {
  id: things.incident,
  key: "INC-42",
  title: "Orders are stuck",
  offer: { toId: people.jonah, at },
};

test("an offer is told to who is offered command, and to nobody else", () => {
  expect(noticesFor(anEntry("command.offered"), row)).toMatchObject([
    { personId: people.jonah, kind: "offered", incidentKey: "INC-42", byId: people.mara },
  ]);
});

test("an offer that is over by the time it is told is not told", () => {
  expect(noticesFor(anEntry("command.offered"), { ...row, offer: null })).toEqual([]);
  expect(noticesFor(anEntry("command.offered"), { ...row, offer: { toId: people.sam, at } })).toEqual([]);
});

test("nobody is told what they did themselves", () => {
  expect(noticesFor(anEntry("person.joined", { personId: people.mara }), row)).toEqual([]);
  expect(noticesFor(anEntry("person.joined"), row)).toMatchObject([{ personId: people.sam, kind: "added" }]);
});

test("whoever loses command is told, however it went", () => {
  expect(
    noticesFor(anEntry("command.taken", { from: people.mara }, { actorId: people.jonah }), row),
  ).toMatchObject([{ personId: people.mara, kind: "command_taken", byId: people.jonah }]);
  expect(
    noticesFor(anEntry("command.accepted", { from: people.mara }, { actorId: people.jonah }), row),
  ).toMatchObject([{ personId: people.mara, kind: "command_accepted", byId: people.jonah }]);
});

test("whoever is given a step is told which", () => {
  const given = anEntry("step.assigned", { to: people.sam });
  expect(noticesFor(given, row)).toMatchObject([
    { personId: people.sam, kind: "step_assigned", itemId: given.data.itemId },
  ]);
});
