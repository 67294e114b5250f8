import { afterEach, describe, expect, it, vi } from "vitest";
import { claimTab, forgetInTab, keepInTab, keptInTab } from "./tab-memory";

afterEach(() => vi.unstubAllGlobals());

describe("a tab's memory", () => {
  it("gives back what was kept until it is forgotten", () => {
    vi.stubGlobal("sessionStorage", aStorage());
    keepInTab("note", { text: "half a sentence" });
    expect(keptInTab("note")).toEqual({ text: "half a sentence" });
    forgetInTab("note");
    expect(keptInTab("note")).toBeNull();
  });

  it("is of one person: whoever comes next sees nothing of it, and whoever comes back sees it again", () => {
    vi.stubGlobal("sessionStorage", aStorage());
    claimTab("ada");
    keepInTab("note", "half a sentence");
    claimTab("ada");
    expect(keptInTab("note")).toBe("half a sentence");
    claimTab("ben");
    expect(keptInTab("note")).toBeNull();
    keepInTab("note", "of Ben");
    claimTab("ada");
    expect(keptInTab("note")).toBeNull();
  });

  it("is empty where the browser refuses to keep anything", () => {
    const refuse = () => {
      throw new Error("The operation is insecure.");
    };
    vi.stubGlobal("sessionStorage", { setItem: refuse, getItem: refuse, removeItem: refuse });
    keepInTab("note", "lost");
    forgetInTab("note");
    expect(keptInTab("note")).toBeNull();
  });
});

function aStorage(): Pick<Storage, "getItem" | "setItem" | "removeItem" | "clear"> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}
