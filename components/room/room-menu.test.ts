import { describe, expect, it } from "vitest";
import { fold } from "@/lib/timeline/fold";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { people } from "@/lib/timeline/testing/things";
import { roomMenu } from "./room-menu";

const running = fold([anEntry("incident.declared"), anEntry("command.acknowledged", {}, { seq: 2 })]);
const snoozed = { ...running.cadence, open: { ...running.cadence.open!, snoozeUsed: true } };

function labels(id: string, change: Partial<typeof running> = {}): string[] {
  const me = { kind: "person", id, name: "Mara Lind", accessRole: "responder", via: "session" } as const;
  const menu = roomMenu({ state: { ...running, ...change }, me }, () => undefined);
  return menu.flatMap((item) => ("label" in item ? [item.label] : []));
}

describe("the menu of a room", () => {
  it("lets who posts snooze the update, once: a phone and the palette have no other way", () => {
    expect(labels(running.commanderId!)).toContain("Snooze the update…");
    expect(labels(people.jonah)).not.toContain("Snooze the update…");
    expect(labels(running.commanderId!, { cadence: snoozed })).not.toContain("Snooze the update…");
  });
});
