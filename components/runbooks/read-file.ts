import { isBinary } from "@/lib/runbooks/binary.rules";

/** A chosen file: its text, and its bytes in base64 as long as nobody edits the text. */
export interface MarkdownFile {
  name: string;
  text: string;
  base64: string | null;
}

const LIMIT = 2 * 1024 * 1024;

/** @throws Error with a sentence for the screen when it is too large, empty, or no text */
export async function readMarkdownFile(file: File): Promise<MarkdownFile> {
  if (file.size > LIMIT)
    throw new Error(`${file.name} is larger than 2 MiB. Split it, or leave out what nobody walks.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new Error(`${file.name} is empty.`);
  if (isBinary(bytes)) throw new Error(`${file.name} is no text in UTF-8. Save it as that first.`);
  return { name: file.name, text: new TextDecoder().decode(bytes), base64: toBase64(bytes) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  // In pieces: too many arguments at once overflow the stack.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}
