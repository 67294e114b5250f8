import { hash, verify } from "@node-rs/argon2";
import { Failure } from "@/lib/kernel/errors";
import { commonPasswords } from "./common-passwords";
import { LONGEST, passwordProblem, type PasswordOwner } from "./password.rules";

/** OWASP's password storage cheat sheet: Argon2id with 19 MiB, two passes, one lane. Some 30 ms, off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is verified when there is no account or no password, so that both take as long. Opens nothing. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$TuBVKKHl3S9x3ceLcHckIw$8kbiUsa8bmoHCLwdLj9RfGfOJ8nu/pqbeBm6ce9uMeQ";

/**
 * Checks a new password against the rules and hashes it.
 * @returns a PHC string
 * @throws Failure `invalid`, with the reason beside the field `password`
 */
export async function hashNewPassword(password: string, owner: PasswordOwner): Promise<string> {
  const common = await commonPasswords();
  const message = passwordProblem(normal(password), owner, (text) => common.has(text));
  if (message) throw new Failure("invalid", message, { fields: [{ path: "password", message }] });
  return hash(normal(password), COST);
}

/** @param passwordHash null when there is no such account or it has none: takes as long, and is never true */
export async function isPassword(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  if ([...password].length > LONGEST) return false;
  const matches = await verify(passwordHash ?? NOBODYS_HASH, normal(password));
  return matches && Boolean(passwordHash);
}

/** Keyboards write the same letters in different code points: NIST SP 800-63B asks for one form. */
function normal(password: string): string {
  return password.normalize("NFKC");
}
