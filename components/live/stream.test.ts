import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveMessage } from "./protocol";
import { LiveStream } from "./stream";

/** The browser's end of a connection, as far as the stream uses it. */
class Source extends EventTarget {
  static opened: Source[] = [];
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    Source.opened.push(this);
  }
  close() {}
  /** The server says that it is there. */
  time() {
    this.dispatchEvent(new MessageEvent("time", { data: JSON.stringify({ now: Date.now() }) }));
  }
}

const newest = () => Source.opened.at(-1)!;
const pass = (ms: number) => vi.advanceTimersByTime(ms);

function aStream() {
  const told: LiveMessage[] = [];
  const stream = new LiveStream((message) => told.push(message));
  stream.follow(new Map());
  // A minute of it: the server speaks every 15 seconds.
  for (let quarter = 0; quarter < 4; quarter++) {
    newest().time();
    pass(15_000);
  }
  return { stream, states: () => told.flatMap((one) => (one.type === "state" ? [one.state] : [])) };
}

beforeEach(() => {
  Source.opened = [];
  vi.stubGlobal("EventSource", Source);
  vi.useFakeTimers({ now: Date.parse("2026-03-01T03:00:00.000Z") });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a stream that is opened anew, since it may be dead", () => {
  it("is not live, and was not since requests found nothing, before the new one speaks", () => {
    const { stream, states } = aStream();
    const since = Date.now() - 5_000;
    stream.renew(since);
    expect(Source.opened).toHaveLength(2);
    expect(stream.state).toEqual({ type: "state", state: "reconnecting", since });
    newest().time();
    expect(states()).toEqual(["live", "reconnecting", "live"]);
  });

  it("stays as it is where it was opened since: another tab asked for it, or it came back by itself", () => {
    const { stream } = aStream();
    const since = Date.now();
    pass(1_000);
    newest().onerror?.();
    pass(1_000);
    newest().time();
    expect(Source.opened).toHaveLength(2);
    stream.renew(since);
    expect(Source.opened).toHaveLength(2);
    expect(stream.state.state).toBe("live");
  });

  it("is so twice a minute at most", () => {
    const { stream } = aStream();
    for (const opened of [2, 2, 3]) {
      stream.renew(Date.now());
      newest().time();
      expect(Source.opened).toHaveLength(opened);
      pass(20_000);
    }
  });
});
