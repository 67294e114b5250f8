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

/** The image that an entry's text describes, with the digest that the entry vouches for; null when it has none. */
export function imageRef(data: unknown): TextRef | null {
  const { text, image } = (data ?? {}) as { text?: TextRef; image?: { digest?: unknown } };
  return text && typeof image?.digest === "string" ? { textId: text.textId, digest: image.digest } : null;
}
