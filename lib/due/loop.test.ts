import pino from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startLoop } from "./loop";

const parts = { log: pino({ level: "silent" }), onRound: () => {} };

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ["performance", "setTimeout", "clearTimeout", "setInterval", "clearInterval"],
    }),
);
afterEach(() => void vi.useRealTimers());

describe("a loop of due work", () => {
  test("does not run once its round hangs for half a minute", async () => {
    const loop = startLoop(() => new Promise<null>(() => {}), parts);
    expect(loop.isRunning()).toBe(false);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(loop.isRunning()).toBe(false);
  });

  test("does not run once every round has failed for half a minute, and runs again after one that ends", async () => {
    let away = false;
    const loop = startLoop(async () => {
      if (away) throw new Error("The database is away");
      return null;
    }, parts);
    await vi.advanceTimersByTimeAsync(0);
    expect(loop.isRunning()).toBe(true);
    away = true;
    await vi.advanceTimersByTimeAsync(35_000);
    expect(loop.isRunning()).toBe(false);
    away = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(loop.isRunning()).toBe(true);
    await loop.stop();
  });

  test("runs through a long round that says it gets on, as with a hundred messages to a host that is silent", async () => {
    let end = () => {};
    const loop = startLoop(async (getsOn) => {
      const timer = setInterval(getsOn, 10_000);
      await new Promise<void>((resolve) => (end = resolve));
      clearInterval(timer);
      return null;
    }, parts);
    for (let count = 0; count < 10; count++) {
      await vi.advanceTimersByTimeAsync(10_000);
      expect(loop.isRunning()).toBe(true);
    }
    end();
    await loop.stop();
  });
});
