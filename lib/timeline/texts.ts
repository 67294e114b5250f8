import { randomBytes } from "node:crypto";
import { newId } from "@/lib/kernel/ids";
import { storable } from "@/lib/kernel/text";
import type { TextRef } from "./events";
import { textDigest } from "./hash.rules";

/** Free text on its way into an entry: its data holds `ref`, append stores the rest in a row of its own. */
export interface NewText {
  ref: TextRef;
  salt: Uint8Array<ArrayBuffer>;
  value: string;
}

/** Prepares free text for an entry. @param value what a person typed; what cannot be stored is replaced visibly */
export function newText(value: string): NewText {
  const salt = new Uint8Array(randomBytes(16));
  const kept = storable(value);
  return { ref: { textId: newId(), digest: textDigest(salt, kept) }, salt, value: kept };
}

/** The same for text that may be absent or blank. @returns null when there is nothing to keep */
export function optionalText(value: string | null | undefined): NewText | null {
  return value?.trim() ? newText(value.trim()) : null;
}
