import {
  awayPage,
  isOutdated,
  keptRoomPath,
  marked,
  wayOf,
  type KeepMessage,
  type KeptRoom,
} from "./kept-pages.rules";

/**
 * The service worker: a room that was opened before opens without a network. It never touches writes, the API or
 * streams. lib/server/service-worker.ts puts the build before this text, so that each build has a worker of its own.
 */
interface Waiting extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Waiting {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface Scope {
  /** The build's id and the files that its pages may ask for. */
  QUARTERDECK: { build: string; files: string[] };
  location: Location;
  clients: { claim: () => Promise<void> };
  addEventListener: ((type: "install" | "activate", listener: (event: Waiting) => void) => void) &
    ((type: "fetch", listener: (event: Fetching) => void) => void) &
    ((type: "message", listener: (event: Waiting & { data: unknown }) => void) => void);
}

const scope = globalThis as unknown as Scope;
const { build, files } = scope.QUARTERDECK;
const ASSETS = `quarterdeck-assets-${build}`;
const PAGES = `quarterdeck-pages-${build}`;
/** So long a page may take before the kept one is shown. */
const PAGE_MS = 4_000;
const AT_MOST_ROOMS = 20;

scope.addEventListener("install", (event) =>
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll(files))),
);

// A new build takes over once all tabs of the old one are closed: none loses files that it may still ask for.
scope.addEventListener("activate", (event) =>
  event.waitUntil(dropCaches((name) => name !== ASSETS && name !== PAGES).then(() => scope.clients.claim())),
);

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  switch (wayOf(request, scope.location.origin)) {
    case "asset":
      return event.respondWith(asset(request));
    case "room":
      return event.respondWith(room(request));
    case "page":
      return event.respondWith(fetch(request).catch(away));
    case "entrance":
      return event.respondWith(entrance(request));
    case "pass":
  }
});

scope.addEventListener("message", (event) => event.waitUntil(keep(event.data as KeepMessage)));

async function asset(request: Request): Promise<Response> {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(ASSETS)).put(request, answer.clone());
  return answer;
}

async function room(request: Request): Promise<Response> {
  const cache = await caches.open(PAGES);
  const { pathname } = new URL(request.url);
  const known = await cache.match(pathname);
  try {
    const answer = await (known ? Promise.race([fetch(request), late()]) : fetch(request));
    if (answer.status === 404) await forgetRoom(pathname);
    // A proxy without a console behind it says so.
    if (answer.status < 502 || !known) return answer;
    throw new Error(`The console answers ${answer.status}.`);
  } catch {
    if (!known) return away();
    const headers = new Headers(known.headers);
    headers.delete("content-encoding");
    headers.delete("content-length");
    // Its policy came with it and names its scripts' nonce: it runs as it did.
    return new Response(marked(await known.text()), { headers });
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("No answer in time.")), PAGE_MS));
}

async function entrance(request: Request): Promise<Response> {
  const answer = await fetch(request);
  await dropCaches((name) => name === PAGES);
  return answer;
}

async function keep({ incidentKey, kept }: KeepMessage): Promise<void> {
  const before = await keptRooms();
  const others = before.some(({ kept: { personId } }) => personId !== kept.personId);
  if (others) await dropCaches((name) => name === PAGES);
  const cache = await caches.open(PAGES);
  const page = `/incidents/${encodeURIComponent(incidentKey)}`;
  const known = before.find(({ key }) => key === incidentKey)?.kept.entries ?? null;
  if (isOutdated(known, kept.entries) || !(await cache.match(page))) {
    const answer = await fetch(page, { redirect: "manual" });
    if (!answer.ok) return;
    await cache.put(page, answer);
  }
  await cache.put(keptRoomPath(incidentKey), new Response(JSON.stringify(kept)));
  const rooms = await keptRooms();
  for (const { key } of rooms.slice(0, Math.max(0, rooms.length - AT_MOST_ROOMS)))
    await forgetRoom(`/incidents/${encodeURIComponent(key)}`);
}

/** Those kept last come last. */
async function keptRooms(): Promise<{ key: string; kept: KeptRoom }[]> {
  const cache = await caches.open(PAGES);
  const prefix = keptRoomPath("");
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const found = paths.filter((path) => path.startsWith(prefix));
  return Promise.all(
    found.map(async (path) => ({
      key: decodeURIComponent(path.slice(prefix.length)),
      kept: (await (await cache.match(path))?.json()) as KeptRoom,
    })),
  );
}

async function forgetRoom(pathname: string): Promise<void> {
  const cache = await caches.open(PAGES);
  const key = decodeURIComponent(pathname.slice("/incidents/".length));
  await Promise.all([cache.delete(pathname), cache.delete(keptRoomPath(key))]);
}

async function away(): Promise<Response> {
  const rooms = await keptRooms();
  const nonce = crypto.randomUUID();
  const links = rooms.toReversed().map(({ key, kept: { title } }) => ({ key, title }));
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; frame-ancestors 'none'`,
  };
  return new Response(awayPage(links, nonce), { status: 503, headers });
}

async function dropCaches(drops: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith("quarterdeck-") && drops(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}
