/** A document as lines without their endings, safe to store. */
export type SourceLines = {
  lines: string[];
  /** Lines (from 1) in which a character that cannot be kept became U+FFFD. */
  replaced: number[];
};

/**
 * Splits a document at LF, CRLF or CR. U+0000 and lone surrogates cannot be stored, and
 * noncharacters are needed by `disarm`: each becomes U+FFFD, and its line is reported.
 */
export function readSource(source: string): SourceLines {
  const replaced: number[] = [];
  const lines = source.split(/\r\n|\n|\r/).map((line, index) => {
    const clean = line.replace(UNKEEPABLE, "\uFFFD");
    if (clean !== line) replaced.push(index + 1);
    return clean;
  });
  // A byte order mark belongs to the file, not to its first heading.
  if (lines[0]?.startsWith("\uFEFF")) lines[0] = lines[0].slice(1);
  return { lines, replaced };
}

/** Whether nothing is to be seen on a line. */
export function isBlank(line: string): boolean {
  return line.trim() === "";
}

const UNKEEPABLE = /[\0\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;
