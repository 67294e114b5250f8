import { withoutTrailing } from "./trim";

/** Makes the keys of one document; asked in document order, it numbers what stands there twice. */
export type Keys = {
  /** @param path titles from the outermost section down to this one, without the runbook's own title */
  section(path: readonly string[]): string;
  step(path: readonly string[], text: string): string;
  group(path: readonly string[], text: string): string;
  criterion(path: readonly string[], text: string): string;
  choice(path: readonly string[], text: string): string;
  decision(path: readonly string[], text: string): string;
  node(path: readonly string[], text: string): string;
};

/**
 * A key depends on the section's path, the text, and how many of the same came before: editing something
 * else keeps it. Case, spacing, numbering and closing punctuation do not count.
 */
export function createKeys(): Keys {
  const seen = new Map<string, number>();
  const make = (prefix: string) => (path: readonly string[], text?: string) => {
    const words = [...path, ...(text === undefined ? [] : [text])].map(normalise);
    const content = [prefix, ...words].join("\u001F");
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    return `${prefix}_${hash(before === 0 ? content : `${content}\u001F#${before}`)}`;
  };
  return {
    section: make("sec"),
    step: make("stp"),
    group: make("grp"),
    criterion: make("crt"),
    choice: make("chc"),
    decision: make("dec"),
    node: make("nod"),
  };
}

function normalise(text: string): string {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:step )?(?:\d{1,3}(?:\.\d{1,3})*|[a-z])[.):] /, "");
  return withoutTrailing(words, " .:;,!");
}

/** 64 bits of a fast, well-mixed hash (cyrb53's two halves), as hexadecimal: the same in browser and server. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  const first = mix(a, b);
  const second = mix(b, first);
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

function mix(a: number, b: number): number {
  return Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
}
