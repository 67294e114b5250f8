import { beforeEach, describe, expect, it } from "vitest";
import { toast, toasts } from "./toast";

beforeEach(() => toasts.set(() => []));

describe("toasts", () => {
  it("keeps the last three", () => {
    ["a", "b", "c", "d"].forEach((text) => toast.done(text));
    expect(toasts.get().map((shown) => shown.text)).toEqual(["b", "c", "d"]);
  });

  it("keeps what was not done before what was", () => {
    toast.failed("Not posted.");
    ["a", "b", "c"].forEach((text) => toast.done(text));
    expect(toasts.get().map((shown) => shown.text)).toEqual(["Not posted.", "b", "c"]);
  });

  it("undoes the newest that can be undone, once", () => {
    const undone: string[] = [];
    toast.done("ticked", { undo: () => undone.push("ticked") });
    toast.done("skipped", { undo: () => undone.push("skipped") });
    toast.failed("Not posted.");
    expect(toast.undoLast()).toBe(true);
    expect(undone).toEqual(["skipped"]);
    expect(toasts.get().map((shown) => shown.text)).toEqual(["ticked", "Not posted."]);
  });

  it("says when there is nothing to undo", () => {
    toast.failed("Not posted.");
    expect(toast.undoLast()).toBe(false);
  });
});
