import { describe, expect, it } from "vitest";
import { parseRunbook } from "./parse-runbook";

const contactsOf = (...rows: string[]) => {
  const [head = "", ...others] = rows;
  const rule = head.replace(/[^|]+/g, "---");
  return parseRunbook(`# A\n\n${[head, rule, ...others].join("\n")}\n`).contacts;
};

describe("a table of contacts", () => {
  it("says who they are and how to reach them", () => {
    expect(
      contactsOf(
        "| Role | Name | Slack | Phone |",
        "| Database | Storage team | #storage | +1 555 0142 |",
        "| Manager | Duty manager | | |",
      ),
    ).toEqual([
      {
        name: "Storage team",
        role: "Database",
        channels: [
          { kind: "Slack", value: "#storage" },
          { kind: "Phone", value: "+1 555 0142" },
        ],
        line: 5,
      },
    ]);
  });

  it("has no way to reach them where a dash stands", () => {
    expect(
      contactsOf("| Team | Slack | Phone |", "| Privacy | @privacy | – |", "| Legal | n/a | - |"),
    ).toMatchObject([{ name: "Privacy", channels: [{ kind: "Slack", value: "@privacy" }] }]);
  });

  it("may name teams only", () => {
    expect(contactsOf("| Team | Email |", "| Storage | storage@a.example |")).toMatchObject([
      { name: "Storage", role: null, channels: [{ kind: "Email", value: "storage@a.example" }] },
    ]);
  });

  it.each([
    ["nobody is named", "| What | Channel |", "| An outage | #ops |"],
    ["nothing says how", "| Name | Size |", "| Disk | 5 GB |"],
  ])("is none where %s", (_, head, row) => expect(contactsOf(head, row)).toEqual([]));
});
