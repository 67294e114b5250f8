/**
 * A text for LIKE as the letters it is made of: LIKE's own signs are letters here. Prisma asks by LIKE for `contains`
 * and, without regard to case, for `equals`.
 */
export function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
