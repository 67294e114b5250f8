import { describe, expect, it } from "vitest";
import { inTurn } from "./in-turn";

/** A write that begins when it is its turn, and ends when the test says so. */
function aWrite(log: string[], name: string) {
  const ends = new EventTarget();
  const run = () => {
    log.push(name);
    return ended;
  };
  const ended = new Promise<string>((resolve, reject) => {
    ends.addEventListener("end", () => resolve(name));
    ends.addEventListener("fail", () => reject(new Error(name)));
  });
  return {
    run,
    end: () => ends.dispatchEvent(new Event("end")),
    fail: () => ends.dispatchEvent(new Event("fail")),
  };
}

describe("writes to one thing", () => {
  it("wait for the one before, and others do not wait for them", async () => {
    const log: string[] = [];
    const [undo, tick, other] = [aWrite(log, "undo"), aWrite(log, "tick"), aWrite(log, "other")];
    const first = inTurn("/steps/1/state", undo.run);
    const second = inTurn("/steps/1/state", tick.run);
    other.end();
    await inTurn("/steps/2/state", other.run);
    expect(log).toEqual(["undo", "other"]);
    undo.end();
    tick.end();
    expect(await Promise.all([first, second])).toEqual(["undo", "tick"]);
    expect(log).toEqual(["undo", "other", "tick"]);
  });

  it("go on after one that failed, which says so to whoever made it", async () => {
    const log: string[] = [];
    const [undo, tick] = [aWrite(log, "undo"), aWrite(log, "tick")];
    const first = inTurn("/steps/1/state", undo.run);
    const second = inTurn("/steps/1/state", tick.run);
    undo.fail();
    tick.end();
    await expect(first).rejects.toThrow("undo");
    expect(await second).toBe("tick");
  });
});
