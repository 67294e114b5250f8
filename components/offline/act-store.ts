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

function stored(db: IDBDatabase): ActStore {
  const acts = (mode: IDBTransactionMode) => db.transaction(ACTS, mode).objectStore(ACTS);
  return {
    all: () => result(acts("readonly").getAll() as IDBRequest<KeptAct[]>),
    put: async (act) => void (await result(acts("readwrite").put(act))),
    remove: (id) => result(acts("readwrite").delete(id)),
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
