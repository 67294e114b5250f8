let known: Promise<ReadonlySet<string>> | undefined;

/** The passwords that are tried first, in lower case; read at the first use, since it is 400 KB. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set<string>(dictionary["passwords-common"].map(String)),
  );
  return known;
}
