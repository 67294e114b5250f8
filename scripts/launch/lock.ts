import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bornAt, isAlive } from "@/lib/db/embedded/processes";

/** Who works on a data folder, as written into its lock file. */
export interface Holder {
  pid: number;
  /** When that process began: ids are given out again. */
  born: string;
  /** What it is, as a person calls it: "npm start". */
  name: string;
  /** `serving` lets others use its database; `busy` will be over soon; `stopping` even sooner. */
  state: "serving" | "busy" | "stopping";
  address?: string;
}

export interface Lock {
  update(change: Partial<Holder>): void;
  release(): void;
}

/** How long to wait for a holder that is about to go. */
const patience = { serving: 600, busy: 30_000, stopping: 6_000 } as const satisfies Record<
  Holder["state"],
  number
>;

/**
 * Takes a data folder for this process alone. One whose process has died is taken over.
 * @throws Error of one line that says who has it.
 */
export async function takeLock(dataDir: string, name: string, state: Holder["state"]): Promise<Lock> {
  const file = path.join(dataDir, "lock.json");
  const mine: Holder = { pid: process.pid, born: bornAt(process.pid), name, state };
  const begun = Date.now();
  while (!(await tryTake(file, mine))) {
    const other = readHolder(dataDir);
    if (other && Date.now() - begun > patience[other.state]) throw new Error(refusal(other, dataDir));
    await sleep(100);
  }
  return {
    update: (change) => write(file, Object.assign(mine, change)),
    release: () => isMine(file, mine) && rmSync(file, { force: true }),
  };
}

/** Who has the folder now; undefined when nobody does or its process has died. */
export function readHolder(dataDir: string): Holder | undefined {
  const holder = read(path.join(dataDir, "lock.json"));
  return holder && isAlive(holder.pid) && bornAt(holder.pid) === holder.born ? holder : undefined;
}

function refusal(other: Holder, dataDir: string): string {
  const where = other.address ? ` and serves ${other.address}` : "";
  return `"${other.name}" (process ${other.pid}) uses ${dataDir}${where}: stop it first, or set QUARTERDECK_DATA_DIR.`;
}

async function tryTake(file: string, mine: Holder): Promise<boolean> {
  const holder = readHolder(path.dirname(file));
  if (holder) return false;
  rmSync(file, { force: true });
  const draft = `${file}.${process.pid}`;
  write(draft, mine);
  try {
    linkSync(draft, file);
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
  // Two may have found the same dead holder, and the slower one removed the faster one's file: who is left has it.
  await sleep(60);
  return isMine(file, mine);
}

function isMine(file: string, mine: Holder): boolean {
  const found = read(file);
  return found?.pid === mine.pid && found.born === mine.born;
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function write(file: string, holder: Holder): void {
  writeFileSync(`${file}.${process.pid}.new`, JSON.stringify(holder), { mode: 0o600 });
  renameSync(`${file}.${process.pid}.new`, file);
}
