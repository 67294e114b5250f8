import type { LiveMessage, LiveState } from "./protocol";

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
/** The server says something every 15 s; silence for longer means that the line is dead. */
const SILENCE_MS = 35_000;
/** Opened anew so often at most, whoever asks: all tabs do, and each opening makes them read anew. */
const RENEW_MS = 30_000;

/**
 * One stream from the server, kept open: resumes each room after the last entry it passed on, comes back after an
 * error, a silence or a sleep. Runs in the shared worker, or in the tab where there is none.
 */
export class LiveStream {
  private source: EventSource | null = null;
  private rooms = new Map<string, number>();
  private retryMs = FIRST_RETRY_MS;
  private renewedAt = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private told: { state: LiveState; since: number } = { state: "connecting", since: Date.now() };

  constructor(private readonly tell: (message: LiveMessage) => void) {}

  /** The state now, for a tab that joins. */
  get state(): Extract<LiveMessage, { type: "state" }> {
    return { type: "state", ...this.told };
  }

  /** Follows exactly these rooms. A room that is new to the stream, or further back than it, is asked for anew. */
  follow(wanted: ReadonlyMap<string, number>): void {
    const same =
      wanted.size === this.rooms.size &&
      [...wanted].every(([id, seq]) => seq >= (this.rooms.get(id) ?? Infinity));
    if (same && this.source) return;
    this.rooms = new Map(wanted);
    this.connect();
  }

  /** Tries now, whatever the waiting time. */
  retry(): void {
    if (this.told.state !== "live") this.connect();
  }

  /**
   * Opens it anew unless it was opened since: it may have died without a word. What was missed comes with it.
   * @param since when requests began to find no console, milliseconds since 1970
   */
  renew(since: number): void {
    if (this.told.state === "live" && this.told.since > since) return;
    if (Date.now() - this.renewedAt < RENEW_MS) return this.retry();
    this.renewedAt = Date.now();
    this.setState("reconnecting", since);
    this.connect();
  }

  close(): void {
    this.disconnect();
    this.rooms.clear();
  }

  private connect(): void {
    this.disconnect();
    const rooms = [...this.rooms].map(([id, seq]) => `${id}:${seq}`).join(",");
    const source = new EventSource(`/api/stream${rooms && `?rooms=${encodeURIComponent(rooms)}`}`);
    this.source = source;
    this.heard();
    source.onerror = () => this.lost();
    let isNew = true;
    this.on(source, "time", ({ now }: { now: number }) => {
      this.retryMs = FIRST_RETRY_MS;
      this.setState("live");
      // What is told to everybody may have been missed before this connection; rooms resume by themselves.
      if (isNew) this.tell({ type: "resync" });
      isNew = false;
      return { type: "time", now };
    });
    this.on(source, "entries", (data: Omit<Extract<LiveMessage, { type: "entries" }>, "type">) => {
      const last = data.entries.at(-1);
      if (last && this.rooms.has(data.incidentId)) this.rooms.set(data.incidentId, last.seq);
      return { type: "entries", ...data };
    });
    this.on(source, "row", (row: Extract<LiveMessage, { type: "row" }>["row"]) => ({ type: "row", row }));
    this.on(source, "gone", ({ id }: { id: string }) => ({ type: "gone", id }));
    this.on(source, "notice", (notice: Extract<LiveMessage, { type: "notice" }>["notice"]) => ({
      type: "notice",
      notice,
    }));
    this.on(source, "presence", (data: { incidentId: string; personId: string; at: number }) => ({
      type: "presence",
      ...data,
    }));
    this.on(source, "dismissal", (data: Omit<Extract<LiveMessage, { type: "dismissal" }>, "type">) => ({
      type: "dismissal",
      ...data,
    }));
    this.on(source, "deliveries", (data: { incidentId: string }) => ({ type: "deliveries", ...data }));
    this.on(source, "runbooks", (data: { ids: string[] }) => ({ type: "runbooks", ...data }));
    this.on(source, "resync", () => ({ type: "resync" }));
  }

  private on<T>(source: EventSource, event: string, toMessage: (data: T) => LiveMessage): void {
    source.addEventListener(event, (raw) => {
      if (source !== this.source) return;
      this.heard();
      this.tell(toMessage(JSON.parse((raw as MessageEvent<string>).data) as T));
    });
  }

  private lost(): void {
    this.disconnect();
    this.setState("reconnecting");
    this.retryTimer = setTimeout(() => this.connect(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  private heard(): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => this.lost(), SILENCE_MS);
  }

  private disconnect(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.silenceTimer);
    this.source?.close();
    this.source = null;
  }

  private setState(state: LiveState, since = Date.now()): void {
    if (this.told.state === state) return;
    this.told = { state, since };
    this.tell(this.state);
  }
}
