/** How much of a file is looked at; as in git (`buffer_is_binary` in xdiff-interface.c). */
const BEGINNING = 8_000;

/** Whether bytes are no text in UTF-8: they hold a zero, as images, archives and UTF-16 do. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, BEGINNING).includes(0);
}
