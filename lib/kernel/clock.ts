/** Where the time comes from. Verbs ask once; rules get the answer as an argument. */
export interface Clock {
  /** The present, following the database's time, to the millisecond. */
  now(): Date;
}
