import type { KeptAct } from "./kept-act";
import type { ActStore } from "./send-kept";

const ACTS = "acts";

/**
 * The acts kept in this browser, in IndexedDB, which browsers have without HTTPS too; where it cannot be opened (a
 * private window of some), in this tab's memory.
 */
export async function openActStore(): Promise<ActStore> {
  try {
    return stored(await open());
  } catch {
    return inMemory();
  }
}

/** Kept for as long as the tab is open. */
export function inMemory(): ActStore {
  const acts = new Map<string, KeptAct>();
  return {
    all: () => Promise.resolve([...acts.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))),
    put: (act) => Promise.resolve(void acts.set(act.id, act)),
    remove: (id) => Promise.resolve(void acts.delete(id)),
  };
}

function stored(first: IDBDatabase): ActStore {
  let db = first;
  async function ask<T>(
    mode: IDBTransactionMode,
    request: (acts: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const once = () => result(request(db.transaction(ACTS, mode).objectStore(ACTS)));
    try {
      return await once();
    } catch {
      // A phone that slept has closed it.
      db.close();
      db = await open();
      return once();
    }
  }
  return withSpare({
    all: () => ask("readonly", (acts) => acts.getAll() as IDBRequest<KeptAct[]>),
    put: async (act) => void (await ask("readwrite", (acts) => acts.put(act))),
    remove: (id) => ask("readwrite", (acts) => acts.delete(id)),
  });
}

/** What a full disk or a closed database refuses stays in memory, and goes out from there. */
export function withSpare(store: ActStore): ActStore {
  const spare = inMemory();
  return {
    all: async () => {
      const here = await spare.all();
      const there = (await store.all().catch(() => [])).filter(
        ({ id }) => !here.some((act) => act.id === id),
      );
      return [...there, ...here].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    put: (act) =>
      store.put(act).then(
        () => spare.remove(act.id),
        () => spare.put(act),
      ),
    remove: async (id) => {
      await spare.remove(id);
      await store.remove(id).catch(() => undefined);
    },
  };
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("quarterdeck", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ACTS, { keyPath: "id" });
  const db = await result(request);
  // A newer version of the console in another tab must not wait for this one.
  db.onversionchange = () => db.close();
  return db;
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB did not answer."));
  });
}
