import { Failure } from "@/lib/kernel/errors";

/** The list is read in parts: open ones by need, then resolved ones, then what is over, both newest first. */
export const parts = ["open", "owed", "over"] as const;
export type Part = (typeof parts)[number];

/** Where a page begins: in the open part after so many, in the others after one incident. */
export type Cursor = { part: "open"; skip: number } | { part: "owed" | "over"; after: After | null };

interface After {
  declaredAt: Date;
  id: string;
}

/** A cursor as it stands in the address. */
export function writeCursor(cursor: Cursor): string {
  if (cursor.part === "open") return `open.${cursor.skip}`;
  return cursor.after
    ? `${cursor.part}.${cursor.after.declaredAt.getTime()}.${cursor.after.id}`
    : cursor.part;
}

/** @throws Failure `invalid` for what no page has said */
export function readCursor(text: string): Cursor {
  const [part, first, id] = text.split(".");
  if (part === "open" && /^\d{1,6}$/.test(first ?? "")) return { part, skip: Number(first) };
  if (part === "owed" || part === "over") {
    if (first === undefined) return { part, after: null };
    if (/^\d{1,15}$/.test(first) && /^[0-9a-f-]{36}$/.test(id ?? "")) {
      return { part, after: { declaredAt: new Date(Number(first)), id: String(id) } };
    }
  }
  throw new Failure("invalid", "This page of the list does not exist. Begin at the first.");
}
