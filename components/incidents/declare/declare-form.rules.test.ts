import { describe, expect, it } from "vitest";
import { bodyOf, emptyForm, errorsIn } from "./declare-form.rules";

const filled = {
  ...emptyForm,
  title: " Orders are stuck ",
  severity: "2",
  environmentId: "production",
} as const;
const known = { me: "mara", now: Date.UTC(2026, 2, 1, 3), timeZone: "Europe/Stockholm" };

describe("the declare form", () => {
  it("needs a title, a severity and an environment; nothing else", () => {
    expect(Object.keys(errorsIn(emptyForm))).toEqual(["title", "severity", "environmentId"]);
    expect(errorsIn(filled)).toEqual({});
  });

  it("keeps a title that is too long, and says so", () => {
    expect(errorsIn({ ...filled, title: "a".repeat(200) })).toEqual({});
    expect(errorsIn({ ...filled, title: "a".repeat(203) }).title).toContain("3 too many");
  });

  it("takes a call link of blanks for none", () => {
    const blank = { ...filled, callLink: " " };
    expect(errorsIn(blank)).toEqual({});
    expect(bodyOf(blank, known)).toMatchObject({ callLink: null });
  });

  it("asks for what was begun: a service, a time, a person, a whole link", () => {
    const begun = {
      ...filled,
      started: "earlier",
      commander: "other",
      callLink: "call.example.org",
      serviceWords: "checkout-api",
    } as const;
    expect(Object.keys(errorsIn(begun))).toEqual(["serviceWords", "startedAt", "commanderId", "callLink"]);
  });

  it("sends the person as commander and now as the start", () => {
    expect(bodyOf(filled, known)).toMatchObject({
      ...{
        title: "Orders are stuck",
        severity: 2,
        commanderId: "mara",
        startedAt: "2026-03-01T03:00:00.000Z",
      },
      ...{ kind: "real", detection: null, callLink: null, runbookVersionId: null },
    });
  });

  it("reads an earlier start in the person's zone, and leaves an unknown one out", () => {
    const earlier = { ...filled, started: "earlier", startedAt: "2026-03-01T03:30" } as const;
    expect(bodyOf(earlier, known)).toMatchObject({ startedAt: "2026-03-01T02:30:00.000Z" });
    expect(bodyOf({ ...filled, started: "unknown", commander: "nobody" }, known)).toMatchObject({
      startedAt: null,
      commanderId: null,
    });
  });

  it("begins with the section that is meant, with the whole runbook when told so, or where no section is meant", () => {
    const part = { title: "Disk full", sectionKeys: ["s1", "s2"] };
    const runbook = { versionId: "v1", title: "Storage", reason: "", part };
    const body = (more: object) => bodyOf({ ...filled, ...more }, known);
    expect(body({ runbook })).toMatchObject({ runbookVersionId: "v1", sectionKeys: ["s1", "s2"] });
    for (const all of [{ runbook, wholeRunbook: true }, { runbook: { ...runbook, part: null } }]) {
      expect(body(all)).toMatchObject({ runbookVersionId: "v1" });
      expect(body(all)).not.toHaveProperty("sectionKeys");
    }
  });
});
