import type { Entry } from "../events";
import type { TextRef } from "../events/common";
import type { TextValue } from "./state";

/** The words of a reference, as the entry brings them. */
export function textOf(entry: Entry, ref: TextRef): TextValue {
  return { id: ref.textId, value: entry.texts[ref.textId] ?? null };
}

/** The same where there may be none. */
export function optionalTextOf(entry: Entry, ref: TextRef | null): TextValue | null {
  return ref && textOf(entry, ref);
}

/** A copy of `value` in which every text with this id has lost its words. Untouched parts are shared. */
export function withoutText<T>(value: T, textId: string): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => withoutText(item, textId));
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  if (isText(value) && value.id === textId) return { ...value, value: null };
  let changed = false;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    copy[key] = withoutText<unknown>(inner, textId);
    changed ||= copy[key] !== inner;
  }
  return changed ? (copy as T) : value;
}

function isText(value: object): value is TextValue {
  const keys = Object.keys(value);
  return keys.length === 2 && "id" in value && "value" in value;
}
