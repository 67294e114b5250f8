import type { LiveMessage, LiveState, TabMessage } from "./protocol";
import { LiveStream } from "./stream";

type Listener = (message: LiveMessage) => void;

/** This tab's end of the stream: through the shared worker, or on its own where browsers have none. */
class Live {
  private readonly listeners = new Set<Listener>();
  private readonly rooms = new Map<string, number>();
  private send: ((message: TabMessage) => void) | null = null;
  private current: { state: LiveState; since: number } = { state: "connecting", since: 0 };

  /** @returns how to stop listening */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    this.open();
    return () => this.listeners.delete(listener);
  }

  /** Follows a room from the entry after `seq`. @returns how to leave it */
  enter(incidentId: string, seq: number): () => void {
    this.rooms.set(incidentId, seq);
    this.open();
    this.tellRooms();
    return () => {
      this.rooms.delete(incidentId);
      this.tellRooms();
    };
  }

  /** Asks for a room's entries again, from after `seq`: some were missed. */
  rewind(incidentId: string, seq: number): void {
    if (!this.rooms.has(incidentId)) return;
    this.rooms.set(incidentId, seq);
    this.tellRooms();
  }

  retry(): void {
    this.send?.({ type: "retry" });
  }

  /** Opens the stream anew: requests found no console since then, so it may be dead though it says nothing. */
  renew(since: number): void {
    this.send?.({ type: "renew", since });
  }

  /** For useSyncExternalStore: the same object until it changes. */
  get state(): { state: LiveState; since: number } {
    return this.current;
  }

  private open(): void {
    if (this.send) return;
    this.send = typeof SharedWorker === "undefined" ? this.ownStream() : this.sharedStream();
    this.tellRooms();
    addEventListener("pagehide", () => this.send?.({ type: "bye" }));
    // Back from the back/forward cache, or from sleep: look at once instead of after the waiting time.
    addEventListener("pageshow", (event) => event.persisted && this.tellRooms());
    addEventListener("online", () => this.retry());
    document.addEventListener(
      "visibilitychange",
      () => document.visibilityState === "visible" && this.retry(),
    );
  }

  private sharedStream(): (message: TabMessage) => void {
    const worker = new SharedWorker(new URL("./worker.ts", import.meta.url), { name: "quarterdeck-live" });
    worker.port.onmessage = ({ data }: MessageEvent<LiveMessage>) => this.receive(data);
    worker.port.start();
    // A worker that cannot be loaded (no network, no kept copy) says nothing more: this tab then looks for itself.
    worker.onerror = () => {
      this.send = this.ownStream();
      this.tellRooms();
    };
    return (message) => worker.port.postMessage(message);
  }

  private ownStream(): (message: TabMessage) => void {
    const stream = new LiveStream((message) => this.receive(message));
    return (message) => {
      if (message.type === "rooms") stream.follow(new Map(Object.entries(message.rooms)));
      else if (message.type === "retry") stream.retry();
      else if (message.type === "renew") stream.renew(message.since);
      else stream.close();
    };
  }

  private tellRooms(): void {
    this.send?.({ type: "rooms", rooms: Object.fromEntries(this.rooms) });
  }

  private receive(message: LiveMessage): void {
    if (message.type === "state") this.current = { state: message.state, since: message.since };
    if (message.type === "entries") {
      const last = message.entries.at(-1);
      if (last && this.rooms.has(message.incidentId)) this.rooms.set(message.incidentId, last.seq);
    }
    for (const listener of this.listeners) listener(message);
  }
}

export const live = new Live();
