import { describe, expect, it } from "vitest";
import type { Notice } from "@/lib/server/live/notices.rules";
import { afterRow, isOver, noticeLink, noticeWords } from "./notice.rules";

const offered: Notice = {
  ...{
    kind: "offered",
    personId: "me",
    itemId: null,
    byId: "jonah",
    seq: 12,
    at: "2026-03-02T03:00:00.000Z",
  },
  ...{ incidentId: "i1", incidentKey: "INC-1", title: "Nothing loads" },
};
const offer = { toId: "me", at: offered.at };

describe("a notice of an offer", () => {
  it("stays while the offer stands", () => {
    expect(isOver(offered, { id: "i1", seq: 13, offer }, "me")).toBe(false);
  });

  it("goes once the offer was answered or taken back", () => {
    expect(isOver(offered, { id: "i1", seq: 13, offer: null }, "me")).toBe(true);
  });

  it("stays when an older row or another incident's arrives", () => {
    expect(isOver(offered, { id: "i1", seq: 11, offer: null }, "me")).toBe(false);
    expect(isOver(offered, { id: "i2", seq: 13, offer: null }, "me")).toBe(false);
  });

  it("leaves other notices alone", () => {
    expect(isOver({ ...offered, kind: "mentioned" }, { id: "i1", seq: 13, offer: null }, "me")).toBe(false);
  });
});

describe("the notices that wait, once an incident has moved on", () => {
  const mentioned: Notice = { ...offered, kind: "mentioned", seq: 11 };
  const waiting = [mentioned, offered];
  const row = { id: "i1", seq: 13, offer, title: offered.title };

  it("are the same while nothing changes for them", () => {
    expect(afterRow(waiting, row, "me")).toBe(waiting);
    expect(afterRow(waiting, { ...row, id: "i2", offer: null, title: "Another" }, "me")).toBe(waiting);
  });

  it("lose an offer that is over, and nothing else", () => {
    expect(afterRow(waiting, { ...row, offer: null }, "me")).toEqual([mentioned]);
  });

  it("have its title as it is now", () => {
    const titles = afterRow(waiting, { ...row, title: "[redacted]" }, "me").map(({ title }) => title);
    expect(titles).toEqual(["[redacted]", "[redacted]"]);
  });
});

describe("a notice of a step", () => {
  const given: Notice = { ...offered, kind: "step_assigned", itemId: "s1" };
  const known = { itemId: "s1", incidentKey: "INC-1", title: "Read the lag", confirms: false } as const;
  const step = { ...known, checklist: null } as const;

  it("says which, once that is known, and leads to it", () => {
    expect(noticeWords(given, "Jonah", [{ ...step, state: "todo", since: null, reason: null }])).toBe(
      "Jonah gave you a step in INC-1: Read the lag",
    );
    expect(noticeWords(given, "Jonah")).toBe("Jonah gave you a step in INC-1");
    expect(noticeLink(given, "/")).toEqual({ href: "/incidents/INC-1?step=s1", label: "Go to the step" });
  });
});

it("leads an offer to its brief, and all else to its entry", () => {
  expect(noticeLink(offered, "/").href).toBe("/incidents/INC-1?answer=command");
  const mentioned = { ...offered, kind: "mentioned" } as const;
  const href = "/incidents/INC-1#entry-12";
  expect(noticeLink(mentioned, "/")).toEqual({ href, label: "Open INC-1" });
  expect(noticeLink(mentioned, "/incidents/INC-1")).toEqual({ href: "#entry-12", label: "Show it" });
});
