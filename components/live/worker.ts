import type { LiveMessage, TabMessage } from "./protocol";
import { LiveStream } from "./stream";

/** The shared worker: one stream for all tabs of this browser. */
const tabs = new Map<MessagePort, Map<string, number>>();
const stream = new LiveStream((message) => {
  for (const [port, rooms] of tabs) {
    port.postMessage(message);
    const last = message.type === "entries" && message.entries.at(-1);
    if (last && rooms.has(last.streamId)) rooms.set(last.streamId, last.seq);
  }
});

/** Every room that any tab shows, from the furthest back that one of them needs. */
function followAll(): void {
  const wanted = new Map<string, number>();
  for (const rooms of tabs.values()) {
    for (const [id, seq] of rooms) wanted.set(id, Math.min(seq, wanted.get(id) ?? Infinity));
  }
  stream.follow(wanted);
}

const scope = globalThis as unknown as { onconnect: (event: MessageEvent) => void };
scope.onconnect = ({ ports: [port] }) => {
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.type === "bye") {
      tabs.delete(port);
      if (tabs.size === 0) return stream.close();
    }
    if (data.type === "rooms") {
      const isNew = !tabs.has(port);
      tabs.set(port, new Map(Object.entries(data.rooms)));
      port.postMessage(stream.state satisfies LiveMessage);
      // What came between the rendering of its page and now went to the other tabs only.
      if (isNew && stream.state.state === "live") port.postMessage({ type: "resync" } satisfies LiveMessage);
    }
    if (data.type === "retry") return stream.retry();
    if (data.type === "renew") return stream.renew(data.since);
    followAll();
  };
  port.start();
};
