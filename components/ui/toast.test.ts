import { beforeEach, describe, expect, it } from "vitest";
import { toast, toasts } from "./toast";

beforeEach(() => toasts.set(() => []));

describe("toasts", () => {
  it("keeps the last two", () => {
    ["a", "b", "c", "d"].forEach((text) => toast.done(text));
    expect(toasts.get().map((shown) => shown.text)).toEqual(["c", "d"]);
  });

  it("says the same thing once, as the newest", () => {
    toast.failed("Not reached.");
    toast.done("a");
    toast.failed("Not reached.");
    expect(toasts.get().map((shown) => shown.text)).toEqual(["a", "Not reached."]);
  });

  it("forgets what is not true any more", () => {
    toast.failed("Not reached.");
    toast.done("a");
    toast.forget("Not reached.");
    expect(toasts.get().map((shown) => shown.text)).toEqual(["a"]);
  });

  it("keeps what was not done before what was", () => {
    toast.failed("Not posted.");
    ["a", "b", "c"].forEach((text) => toast.done(text));
    expect(toasts.get().map((shown) => shown.text)).toEqual(["Not posted.", "c"]);
  });

  it("undoes the newest that can be undone, once", () => {
    const undone: string[] = [];
    toast.done("ticked", { undo: () => undone.push("ticked") });
    toast.done("skipped", { undo: () => undone.push("skipped") });
    expect(toast.undoLast()).toBe(true);
    expect(undone).toEqual(["skipped"]);
    expect(toasts.get().map((shown) => shown.text)).toEqual(["ticked"]);
  });

  it("says when there is nothing to undo", () => {
    toast.failed("Not posted.");
    expect(toast.undoLast()).toBe(false);
  });
});
