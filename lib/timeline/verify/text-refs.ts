import type { TextRef } from "../events";

/** Every text that an entry's data refers to, wherever it stands in there. */
export function textRefs(data: unknown): TextRef[] {
  if (typeof data !== "object" || data === null) return [];
  if (isRef(data)) return [data];
  return Object.values(data).flatMap(textRefs);
}

function isRef(value: object): value is TextRef {
  return "textId" in value && "digest" in value;
}
