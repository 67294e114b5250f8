import type { Logger } from "pino";
import { canSee, type IncidentFacts } from "@/lib/auth/policy.rules";
import type { Db } from "@/lib/db/client";
import { readRows, type IncidentRow } from "@/lib/incidents/row";
import type { Clock } from "@/lib/kernel/clock";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import type { Entry } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";
import type { Connection } from "./connection";
import { frame } from "./connection";
import { lostSight } from "./lost-sight.rules";
import { noticesFor } from "./notices.rules";
import { runbooksIn } from "./runbooks-in.rules";

/** More than this behind, a room is quicker read anew than caught up. */
const CATCH_UP_AT_MOST = 500;
const BEAT_MS = 15_000;

/**
 * Holds the open streams of this instance. For each notification it reads a stream's new entries once, and sends
 * the same bytes to everyone who follows that room and may see it; lists get the incident's row the same way.
 */
export class Hub {
  private readonly connections = new Set<Connection>();
  /** Per stream: the newest entry that was read for everybody, and whether a read is under way or wanted. */
  private readonly pumps = new Map<string, { sent: number; wanted: number; running: boolean }>();
  private readonly beat: NodeJS.Timeout;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {
    this.beat = setInterval(() => this.tellTime(), BEAT_MS);
    this.beat.unref();
  }

  get size(): number {
    return this.connections.size;
  }

  /**
   * Takes in a stream.
   * @param rooms incident id → the last entry the browser has; what came after is sent first
   */
  async add(connection: Connection, rooms: ReadonlyMap<string, number>): Promise<void> {
    this.connections.add(connection);
    for (const room of rooms.keys()) connection.rooms.set(room, null);
    connection.send(this.time());
    for (const [room, seq] of rooms) await this.catchUp(connection, room, seq);
  }

  remove(connection: Connection): void {
    this.connections.delete(connection);
  }

  /** A stream has grown: pass its entries on. */
  notify(streamId: string, seq: number): void {
    // Nobody listens: who comes later reads anew, and must not be told of what went by meanwhile.
    if (this.connections.size === 0) {
      this.pumps.delete(streamId);
      return;
    }
    const pump = this.pumps.get(streamId) ?? { sent: seq - 1, wanted: seq, running: false };
    this.pumps.set(streamId, pump);
    pump.wanted = Math.max(pump.wanted, seq);
    if (!pump.running) void this.run(streamId, pump);
  }

  /** What time it is, to everybody: the heartbeat, and what countdowns go by. */
  tellTime(): void {
    this.sendAll(this.time());
  }

  /** Something that is not on the record (who is here), to those who follow the room. */
  tell(incidentId: string, event: string, data: unknown): void {
    const bytes = frame(event, data);
    for (const connection of this.connections) {
      // Null: it is not known yet whether this one may see the room at all.
      if (typeof connection.rooms.get(incidentId) === "number") connection.send(bytes);
    }
  }

  /** Something that is one person's own, to all their screens. */
  tellPerson(personId: string, event: string, data: unknown): void {
    const bytes = frame(event, data);
    for (const connection of this.connections) if (connection.actor.id === personId) connection.send(bytes);
  }

  /** Ends the streams of a person whose sessions or role changed; those still welcome come back. */
  dropPerson(personId: string): void {
    for (const connection of this.connections) if (connection.actor.id === personId) connection.close();
  }

  /** Notifications were missed: every screen reads again. */
  resync(): void {
    this.pumps.clear();
    this.sendAll(frame("resync", {}));
    for (const connection of this.connections) connection.close();
  }

  close(): void {
    clearInterval(this.beat);
    for (const connection of this.connections) connection.close();
  }

  private async run(
    streamId: string,
    pump: { sent: number; wanted: number; running: boolean },
  ): Promise<void> {
    pump.running = true;
    try {
      while (pump.sent < pump.wanted) {
        const entries = await readEntries({ db: this.db }, streamId, {
          after: pump.sent,
          limit: CATCH_UP_AT_MOST,
        });
        const last = entries.at(-1);
        if (!last) break;
        pump.sent = last.seq;
        await this.spread(streamId, entries);
      }
    } catch (error) {
      this.log.warn({ err: error, streamId }, "live entries could not be read");
      this.pumps.delete(streamId);
    } finally {
      pump.running = false;
    }
  }

  private async spread(streamId: string, entries: Entry[]): Promise<void> {
    if (streamId === ADMINISTRATION) return this.tellOfRunbooks(entries);
    const [row] = await readRows({ db: this.db }, { where: { id: streamId } });
    if (!row) return;
    const bytes = frame("entries", { incidentId: streamId, entries });
    const rowBytes = frame("row", row);
    const goneBytes = frame("gone", { id: streamId });
    const lost = lostSight(entries);
    const notices = entries.flatMap((entry) => noticesFor(entry, row));
    for (const connection of this.connections) {
      if (!canSee(connection.actor, factsOf(row))) {
        const followed = connection.rooms.delete(streamId);
        const sawIt = lost === "everyone" || lost.has(connection.actor.id ?? "");
        if (followed || sawIt) connection.send(goneBytes);
        continue;
      }
      this.sendEntries(connection, streamId, entries, bytes);
      connection.send(rowBytes);
      for (const notice of notices) {
        if (notice.personId === connection.actor.id) connection.send(frame("notice", notice));
      }
    }
  }

  /** The audit log stays where it is; that a runbook has another version concerns every room that walks it. */
  private tellOfRunbooks(entries: readonly Entry[]): void {
    const ids = runbooksIn(entries);
    if (ids.length > 0) this.sendAll(frame("runbooks", { ids }));
  }

  private sendEntries(connection: Connection, streamId: string, entries: Entry[], bytes: Buffer): void {
    const sent = connection.rooms.get(streamId);
    const first = entries[0];
    const last = entries.at(-1);
    // Not in this room, or catching up: then it reads these entries itself.
    if (typeof sent !== "number" || !first || !last || last.seq <= sent) return;
    if (first.seq !== sent + 1) {
      void this.catchUp(connection, streamId, sent);
      return;
    }
    connection.send(bytes);
    connection.rooms.set(streamId, last.seq);
  }

  private async catchUp(connection: Connection, streamId: string, seq: number): Promise<void> {
    connection.rooms.set(streamId, null);
    try {
      for (let sent = seq, known = 0; ;) {
        const range = { after: sent, limit: CATCH_UP_AT_MOST };
        const entries = await readEntries({ db: this.db }, streamId, range);
        // After the entries: whoever may see the incident now may see what was written before.
        const [row] = await readRows({ db: this.db }, { where: { id: streamId } });
        // Taken out of the room meanwhile, and told so.
        if (!connection.rooms.has(streamId)) return;
        if (!row || !canSee(connection.actor, factsOf(row))) {
          connection.rooms.delete(streamId);
          connection.send(frame("gone", { id: streamId }));
          return;
        }
        if (entries.length > 0) connection.send(frame("entries", { incidentId: streamId, entries }));
        sent = entries.at(-1)?.seq ?? sent;
        // An entry that came between the two readings was passed on to everybody but this one: once more. One that
        // is not there then, either, is gone from the database.
        const newest = Math.max(row.seq, this.pumps.get(streamId)?.sent ?? 0);
        if (sent >= newest || (entries.length === 0 && newest === known)) {
          connection.rooms.set(streamId, sent);
          return;
        }
        known = newest;
      }
    } catch (error) {
      // The browser comes back and asks again.
      this.log.warn({ err: error, streamId }, "a stream could not catch up");
      connection.close();
    }
  }

  private time(): Buffer {
    return frame("time", { now: this.clock.now().getTime() });
  }

  private sendAll(bytes: Buffer): void {
    for (const connection of this.connections) connection.send(bytes);
  }
}

function factsOf(row: IncidentRow): IncidentFacts {
  return row;
}
