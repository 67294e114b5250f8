import { describe, expect, test } from "vitest";
import type { Entry } from "@/lib/timeline/events";
import { lostSight } from "./lost-sight.rules";

const entry = (kind: string, data: object) => ({ kind, data }) as unknown as Entry;

describe("who may have lost sight of an incident", () => {
  test("nobody, when its facts change or people come", () => {
    const entries = [entry("incident.title_changed", {}), entry("person.joined", { personId: "a" })];
    expect(lostSight(entries)).toEqual(new Set());
  });

  test("everyone, when it becomes its members'", () => {
    const closed = entry("incident.visibility_changed", { from: "everyone", to: "members" });
    expect(lostSight([entry("person.left", { personId: "a" }), closed])).toBe("everyone");
  });

  test("nobody, when it is opened to everyone", () => {
    const opened = entry("incident.visibility_changed", { from: "members", to: "everyone" });
    expect(lostSight([opened])).toEqual(new Set());
  });

  test("who leaves, and who commanded before", () => {
    const entries = [
      entry("person.left", { personId: "a" }),
      entry("command.assigned", { from: "b", to: "c" }),
      entry("command.accepted", { from: "d", to: "e" }),
      entry("command.taken", { from: null, to: "f" }),
    ];
    expect(lostSight(entries)).toEqual(new Set(["a", "b", "d"]));
  });
});
