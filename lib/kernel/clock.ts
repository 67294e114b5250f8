/** Where the time comes from. Verbs ask once; rules get the answer as an argument. */
export interface Clock {
  /** The present, following the database's time, to the millisecond. */
  now(): Date;
}

/**
 * A clock that stands still; for rules that need a Clock and for tests.
 * @param at the time it shows
 */
export function clockAt(at: Date): Clock {
  return { now: () => new Date(at) };
}
