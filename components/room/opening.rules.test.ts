import { describe, expect, it } from "vitest";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { openingWords } from "./opening.rules";

const at = (minute: number) => `2026-03-01T03:${String(minute).padStart(2, "0")}:00.000Z`;

function began(anchor: number, ...posts: number[]): string {
  const updates = posts.map((minute, index) => ({ number: index + 1, postedAt: at(minute) }));
  const cadence = { anchor: Date.parse(at(anchor)) };
  return openingWords({ declaredAt: at(0), cadence, updates } as unknown as IncidentState);
}

describe("what the clock runs from", () => {
  it("is the declaration, then the last update", () => {
    expect(began(0)).toBe("declared");
    expect(began(14, 14)).toBe("update 1 posted");
  });

  it("is the reopening once the incident was open again", () => {
    expect(began(50, 14, 40)).toBe("reopened");
    expect(began(50)).toBe("reopened");
  });
});
