const LIMITS = {
  short: { lines: 6, characters: 280 },
  note: { lines: 12, characters: 800 },
  log: { lines: 6, characters: 800 },
} as const;

/**
 * The beginning of a long text.
 * @returns the whole text and no rest when it is short; else what `rest` says is left out ("all 120 lines")
 */
export function cut(text: string, kind: keyof typeof LIMITS): { beginning: string; rest: string | null } {
  const limit = LIMITS[kind];
  const lines = text.replace(/\s+$/, "").split(/\r\n|\r|\n/);
  if (lines.length > limit.lines) {
    const beginning = lines.slice(0, limit.lines).join("\n").slice(0, limit.characters);
    return { beginning, rest: `all ${lines.length} lines` };
  }
  if (text.length <= limit.characters) return { beginning: text, rest: null };
  return { beginning: `${text.slice(0, limit.characters)}…`, rest: "the rest" };
}
