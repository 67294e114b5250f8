import type { QueryClient } from "@tanstack/react-query";
import { serverNow } from "@/components/clock/server-time";
import type { RoomDto } from "@/lib/room/dto";
import { rememberClock } from "./kept-page";
import { keptRoomPath, type KeepMessage, type KeptRoom } from "./kept-pages.rules";

/** So long a room may move on before it is kept again. */
const EVERY_MS = 3_000;

const waiting = new Map<string, () => KeepMessage>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Has the service worker keep a room as it is shown now, a little later or when the page is left. */
export function keepRoom(personId: string, room: RoomDto, client: QueryClient): void {
  const { key, title } = room.state;
  waiting.set(key, () => {
    const entries = {
      first: room.entries.at(-1)?.seq ?? 1,
      last: room.state.seq,
      redacted: room.entries.find(({ kind }) => kind === "text.redacted")?.seq ?? 0,
    };
    const pinned = client.getQueriesData({ queryKey: ["pinned-runbooks"] });
    const kept = { personId, at: serverNow(), title: title.value ?? "", entries, room, pinned };
    return { type: "keep", incidentKey: key, kept };
  });
  timer ??= setTimeout(flush, EVERY_MS);
}

addEventListener("pagehide", flush);
document.addEventListener("visibilitychange", () => document.hidden && flush());

function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  const messages = [...waiting.values()];
  waiting.clear();
  if (messages.length === 0) return;
  rememberClock();
  // Ready, not controlling: the worker of a first visit keeps, too.
  void navigator.serviceWorker.ready.then(({ active }) => {
    for (const message of messages) active?.postMessage(message());
  });
}

/** The room as it was kept for this person; null when it was not. */
export async function restoreRoom(personId: string, key: string): Promise<KeptRoom<RoomDto> | null> {
  const answer = await caches.match(keptRoomPath(key));
  const kept = (await answer?.json()) as KeptRoom<RoomDto> | undefined;
  return kept?.personId === personId ? kept : null;
}
