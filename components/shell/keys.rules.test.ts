import { describe, expect, it } from "vitest";
import {
  bindingFor,
  boundKeys,
  followTyping,
  listedKeys,
  pressesOf,
  type KeyBinding,
  type KeyScope,
} from "./keys.rules";

const free = { typing: false, inDialog: false, inBurst: false, singleKeys: true };

function aKey(keys: string, label: string, change: Partial<KeyBinding> = {}): KeyBinding {
  return { keys, label, group: "Anywhere", run: () => undefined, ...change };
}

const shell: KeyScope = {
  name: "shell",
  bindings: [
    aKey("d", "Declare"),
    aKey("g i", "Incidents", { group: "Go to" }),
    aKey("$mod+k", "Commands", { inInputs: true }),
  ],
};
const room: KeyScope = {
  name: "room",
  bindings: [
    aKey("t", "Tick", { group: "Steps" }),
    aKey("d", "Drop", { group: "Steps" }),
    aKey("x", "Failed", { off: true }),
  ],
};
const label = (keys: string, place = {}) => bindingFor([shell, room], keys, { ...free, ...place })?.label;

describe("a key", () => {
  it("means what the newest scope says", () => {
    expect(label("d")).toBe("Drop");
    expect(label("g i")).toBe("Incidents");
  });

  it("means nothing while off", () => expect(label("x")).toBeUndefined());

  it("does not fire while typing or in a dialog, unless allowed", () => {
    expect(label("t", { typing: true })).toBeUndefined();
    expect(label("t", { inDialog: true })).toBeUndefined();
    expect(label("$mod+k", { typing: true })).toBe("Commands");
    expect(label("$mod+k", { inDialog: true })).toBeUndefined();
  });

  it("can be switched off when it has no modifier", () => {
    expect(label("t", { singleKeys: false })).toBeUndefined();
    expect(label("g i", { singleKeys: false })).toBeUndefined();
    expect(label("$mod+k", { singleKeys: false })).toBe("Commands");
  });
});

describe("a letter that comes hard upon typed words", () => {
  const letter = (at: number, typing = false) => ({ at, isLetter: true, typing });

  it("belongs to them, and so do those that follow it", () => {
    const typed = followTyping(null, letter(1_000, true));
    const stray = followTyping(typed.typedAt, letter(1_180));
    expect(stray.inBurst).toBe(true);
    expect(followTyping(stray.typedAt, letter(1_600)).inBurst).toBe(true);
    expect(label("t", { inBurst: true })).toBeUndefined();
    expect(label("$mod+k", { inBurst: true })).toBe("Commands");
  });

  it("is a key again after a pause", () => {
    const typed = followTyping(null, letter(1_000, true));
    expect(followTyping(typed.typedAt, letter(1_700)).inBurst).toBe(false);
  });

  it("is a key again once Enter or Escape has ended the words", () => {
    const typed = followTyping(null, letter(1_000, true));
    const ended = followTyping(typed.typedAt, { at: 1_050, isLetter: false, typing: true });
    expect(followTyping(ended.typedAt, letter(1_100)).inBurst).toBe(false);
  });

  it("is a key when no words came before, also in a sequence", () => {
    const first = followTyping(null, letter(1_000));
    expect(followTyping(first.typedAt, letter(1_100)).inBurst).toBe(false);
  });
});

describe("the list of keys", () => {
  it("shows each key once, with what it means now", () => {
    const shown = listedKeys([shell, room]).map(({ group, bindings }) => [
      group,
      bindings.map((key) => key.label),
    ]);
    expect(shown).toEqual([
      ["Anywhere", ["Commands"]],
      ["Go to", ["Incidents"]],
      ["Steps", ["Tick", "Drop"]],
    ]);
  });

  it("binds each sequence once", () => {
    expect(boundKeys([shell, room])).toEqual(["d", "g i", "$mod+k", "t", "x"]);
  });

  it("asks for signs with and without Shift", () => {
    expect(pressesOf("?")).toEqual(["?", "Shift+?"]);
    expect(pressesOf("/")).toEqual(["/", "Shift+/"]);
    expect(pressesOf("g i")).toEqual(["g i"]);
  });
});
