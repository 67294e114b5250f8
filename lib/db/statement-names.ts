const AT_MOST = 250;
const REMEMBERED = 1_000;
/** More than these are a list, and the next one is of another length. */
const PARAMETERS = 50;

/**
 * Names statements that come again, so that a connection keeps them prepared: PostgreSQL then neither parses them
 * anew nor plans them each time. What came once gets no name; neither does what has no parameters, BEGIN and COMMIT
 * above all, which PostgreSQL takes in one message, or very many.
 * @returns for `PrismaPg`: the name, or "" for none
 */
export function statementNames(): (query: { sql: string; args: readonly unknown[] }) => string {
  const seen = new Set<string>();
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0 || args.length > PARAMETERS) return "";
    const known = names.get(sql);
    if (known) return known;
    if (!seen.has(sql)) {
      if (seen.size >= REMEMBERED) seen.clear();
      seen.add(sql);
      return "";
    }
    // Each costs every connection some memory, and PostgreSQL forgets none by itself.
    if (names.size >= AT_MOST) return "";
    const name = `q${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
