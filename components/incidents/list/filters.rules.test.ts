import { describe, expect, it } from "vitest";
import type { IncidentRow } from "@/lib/incidents/row";
import { isFiltered, matches, readFilters, writeFilters } from "./filters.rules";

const from = (search: string) => readFilters(new URLSearchParams(search));
const row = {
  key: "INC-42",
  kind: "real",
  title: "Planner output breaks",
  severity: 1,
  environmentId: "production",
  serviceIds: ["planner"],
  status: "mitigating",
  declaredAt: "2026-03-01T02:06:00.000Z",
  declaredById: "elias",
  commanderId: "mara",
  participants: [{ personId: "sam", role: "scribe" }],
} as unknown as IncidentRow;

const sam = { id: "sam", timeZone: "UTC" };

describe("filters in the address", () => {
  it("come back as they were written, in one order", () => {
    const search = "status=open&severity=2&severity=1&q=planner+inc&kind=any&mine=1";
    const written = writeFilters(from(search));
    expect(written).toBe("q=planner+inc&status=open&severity=1&severity=2&mine=1&kind=any");
    expect(from(written)).toEqual({ ...from(search), severity: ["1", "2"] });
  });

  it("drills hidden is no filter", () => {
    expect(isFiltered(from("kind=any"))).toBe(false);
    expect(isFiltered(from("q=x"))).toBe(true);
  });
});

describe("a row that the stream brings", () => {
  it.each([
    ["", true],
    ["status=open", true],
    ["status=closed", false],
    ["severity=1&severity=2", true],
    ["severity=3", false],
    ["service=planner", true],
    ["commander=nobody", false],
    ["mine=1", true],
    ["q=planner+inc-42", true],
    ["q=search", false],
    ["from=2026-03-01&to=2026-03-01", true],
    ["from=2026-03-02", false],
    ["kind=drill", false],
  ])("with %s: %s", (search, expected) => {
    expect(matches(row, from(search), sam)).toBe(expected);
  });

  it("belongs to the day that it is in the person's own zone", () => {
    const zoned = { id: "sam", timeZone: "America/Los_Angeles" };
    expect(matches(row, from("from=2026-03-01"), zoned)).toBe(false);
    expect(matches(row, from("from=2026-02-28&to=2026-02-28"), zoned)).toBe(true);
  });

  it("a resolved one shows among the open ones too", () => {
    const resolved = { ...row, status: "resolved" } as const;
    expect(matches(resolved, from("status=open"), sam)).toBe(true);
    expect(matches(resolved, from("status=resolved"), sam)).toBe(true);
  });
});
