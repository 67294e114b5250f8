/** How the service worker treats a request. */
export type Way =
  /** A file whose name says its content: kept for good. */
  | "asset"
  /** A room: from the network, else as it was kept. */
  | "room"
  /** Another page: from the network, else a page that says what is kept. */
  | "page"
  /** Nobody is signed in there: what was kept of the last person goes. */
  | "entrance"
  /** Not ours: writes, the API, streams, what is not a page. */
  | "pass";

interface Asked {
  method: string;
  /** `navigate` for a page. */
  mode: string;
  url: string;
}

/** Which way a request goes. @param origin the console's own */
export function wayOf({ method, mode, url }: Asked, origin: string): Way {
  const { origin: from, pathname } = new URL(url);
  if (method !== "GET" || from !== origin) return "pass";
  if (pathname.startsWith("/_next/static/")) return "asset";
  if (mode !== "navigate" || pathname.startsWith("/api/")) return "pass";
  if (/^\/(sign-in|setup|invitation|reset)(\/|$)/.test(pathname)) return "entrance";
  return /^\/incidents\/[^/]+$/.test(pathname) ? "room" : "page";
}

/** Which entries a room holds, by their numbers. */
interface HeldEntries {
  first: number;
  last: number;
  /** The newest by which words were redacted; 0: none. */
  redacted: number;
}

/** What the service worker keeps of a room besides its page; also what the page reads when it opens without a network. */
export interface KeptRoom<Room = unknown> {
  /** Who saw it: shown to nobody else. */
  personId: string;
  /** When it was the present, by the server's time: milliseconds since 1970. */
  at: number;
  title: string;
  entries: HeldEntries;
  room: Room;
  /** The runbook versions it walks, each under its query's key. */
  pinned: readonly [key: readonly unknown[], version: unknown][];
}

/** What a page tells the service worker. */
export interface KeepMessage {
  type: "keep";
  incidentKey: string;
  kept: KeptRoom;
}

/**
 * Whether a room's page is to be kept anew: words were redacted since it was, or may have been, while this device was off.
 * @param before what was kept of the room; null: nothing
 */
export function isOutdated(before: HeldEntries | null, now: HeldEntries): boolean {
  return before === null || now.redacted > before.redacted || now.first > before.last + 1;
}

/** Where in the worker's caches a room lies; no address of the console. */
export const keptRoomPath = (incidentKey: string) => `/kept/rooms/${encodeURIComponent(incidentKey)}`;

/** A kept page, marked as such, so that it knows that it is not the present. */
export function marked(html: string): string {
  return html.replace(/<html\b/, "<html data-kept");
}

/** Asks for the console and opens the page once it answers: nobody has to press anything. */
const COMES_BACK = `const ask=()=>fetch("/api/health",{cache:"no-store"}).then(({ok})=>ok&&location.reload(),()=>{});
setInterval(ask,5000);addEventListener("online",ask)`;

interface RoomLink {
  key: string;
  title: string;
}

/**
 * What is shown in place of a page that is not kept: that there is no connection, and the rooms that can be opened.
 * @param nonce lets its script run under the page's policy
 */
export function awayPage(rooms: readonly RoomLink[], nonce: string): string {
  const list = rooms
    .map(
      ({ key, title }) => `<li><a href="/incidents/${escaped(key)}">${escaped(`${key} ${title}`)}</a></li>`,
    )
    .join("");
  const kept = list
    ? `<p>Rooms as they were last seen on this device:</p><ul>${list}</ul>`
    : "<p>No room is kept on this device.</p>";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>No connection · Quarterdeck</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto 0;padding:0 1rem}li{margin:.25rem 0}
a{color:inherit;display:inline-block;padding:.6rem 0}</style></head><body><main><h1>The console cannot be reached</h1>
<p>This page is not kept on this device. It opens once the connection is back.</p>${kept}
<p><a href="">Try again</a></p></main><script nonce="${nonce}">${COMES_BACK}</script></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
