import { describe, expect, it } from "vitest";
import { keptMine, refused, saved, sending, typed, type PartDraft } from "./draft.rules";

const draft: PartDraft = { text: "38 tenants", base: "", sent: null, theirs: null };
const theirs = { text: "Some tenants", authorId: "wen" };

describe("what is typed into a part", () => {
  it("begins from the stored text", () => {
    expect(typed(null, "Some", "Some tenants")).toMatchObject({ base: "Some", text: "Some tenants" });
  });

  it("is not unsaved any more when it is typed back", () => {
    expect(typed(typed(null, "Some", "Some t"), "Some", "Some")).toBeNull();
  });

  it("stays unsaved when it is typed back while a save is under way", () => {
    expect(typed(sending(draft), "", "")).toMatchObject({ text: "", sent: "38 tenants" });
  });

  it("is gone once it is saved", () => {
    expect(saved(sending(draft), "38 tenants")).toBeNull();
  });

  it("goes on from what was saved when more was typed meanwhile", () => {
    expect(saved({ ...draft, text: "38 tenants waited" }, "38 tenants")).toEqual({
      ...{ text: "38 tenants waited", base: "38 tenants" },
      ...{ sent: null, theirs: null },
    });
  });

  it("stands beside what somebody else stored", () => {
    expect(refused(sending(draft), theirs)).toMatchObject({ text: "38 tenants", theirs });
  });

  it("is saved when the other text is the same", () => {
    expect(refused(draft, { ...theirs, text: "38 tenants" })).toBeNull();
  });

  it("takes its own lost try for its own", () => {
    const more = { ...sending(draft), text: "38 tenants waited" };
    expect(refused(more, { ...theirs, text: "38 tenants" })).toMatchObject({
      base: "38 tenants",
      theirs: null,
    });
  });

  it("goes on top of the other text when that is chosen", () => {
    expect(keptMine({ ...draft, theirs })).toMatchObject({
      text: "38 tenants",
      base: "Some tenants",
      theirs: null,
    });
  });
});
