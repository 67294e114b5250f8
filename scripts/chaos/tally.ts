import type { Acknowledged } from "./act";

const EVERY_MS = { terminal: 500, file: 10_000 };

/** What happened so far, shown while it happens. */
export class Tally {
  readonly acknowledged: Acknowledged[] = [];
  readonly kills = { server: 0, database: 0 };
  /** Tries without an answer (0), and with an error of the server, by status. */
  readonly failures = new Map<number, number>();
  private done = 0;
  private readonly begun = performance.now();

  /** Acts that were done. A refusal is an answer too, and counts for nothing. */
  get doneCount(): number {
    return this.done;
  }

  get killCount(): number {
    return this.kills.server + this.kills.database;
  }

  add(one: Acknowledged): void {
    this.acknowledged.push(one);
    if (one.outcome === "done") this.done++;
  }

  fail(status: number): void {
    this.failures.set(status, (this.failures.get(status) ?? 0) + 1);
  }

  /** One line about all of it. */
  toString(): string {
    const { server, database } = this.kills;
    const seconds = ((performance.now() - this.begun) / 1_000).toFixed(0);
    const refused = this.acknowledged.length - this.done;
    const replayed = this.acknowledged.filter((one) => one.replayed).length;
    const failures = [...this.failures].map(([status, count]) => `${count} × ${status || "no answer"}`);
    return [
      `${seconds} s`,
      `killed: server ${server}, PostgreSQL ${database}`,
      `acknowledged ${this.done}, refused ${refused}, tried again: ${failures.join(", ") || "none"}`,
      `answered from an earlier try ${replayed}`,
    ].join(" · ");
  }

  /** Shows it on standard error until the returned function is called. */
  show(): () => void {
    const { isTTY } = process.stderr;
    const draw = () => process.stderr.write(isTTY ? `\r\x1b[2K${this}` : `… ${this}\n`);
    const timer = setInterval(draw, isTTY ? EVERY_MS.terminal : EVERY_MS.file);
    return () => {
      clearInterval(timer);
      process.stderr.write(isTTY ? `\r\x1b[2K✓ ${this}\n` : `✓ ${this}\n`);
    };
  }
}
