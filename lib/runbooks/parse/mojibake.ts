/** Windows-1252 above U+00FF, by the byte that stands for each. */
const CP1252 = new Map(
  [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"].map((char, i) => [char, 0x80 + i]),
);

/**
 * Finds text that was UTF-8 and was read as Windows-1252 on its way ("â€™" for "’").
 *
 * @returns each damaged piece with what it probably was and where it begins; nothing is changed
 */
export function findMojibake(line: string): { raw: string; repair: string; at: number }[] {
  return [...line.matchAll(/[^\0-\u007F]{2,}/g)].flatMap((match) => {
    const [raw] = match;
    const repair = decode(raw);
    return repair === null ? [] : [{ raw, repair, at: match.index }];
  });
}

/** Null when the characters are no bytes, or the bytes no UTF-8. */
function decode(run: string): string | null {
  const bytes = [...run].map((char) => {
    const code = char.codePointAt(0) ?? 0;
    return CP1252.get(char) ?? (code >= 0xa0 && code <= 0xff ? code : null);
  });
  if (bytes.includes(null)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(bytes.filter((byte) => byte !== null)),
    );
  } catch {
    return null;
  }
}
