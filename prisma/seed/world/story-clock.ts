import type { Clock } from "@/lib/kernel/clock";

/** A clock that a story sets. It may stand in the past; it never runs by itself. */
export class StoryClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return new Date(this.at);
  }

  set(at: Date): void {
    this.at = new Date(at);
  }
}
