import { v7 } from "uuid";

/**
 * A new id, made by us and never by the database.
 * @returns a UUID version 7 (RFC 9562): ordered by time, so that indexes grow at their end.
 */
export function newId(): string {
  return v7();
}
