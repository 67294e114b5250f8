/** A text for LIKE as the letters it is made of: LIKE's own signs are letters here. */
export function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
