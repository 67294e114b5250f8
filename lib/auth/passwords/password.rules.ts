/** What a password must not repeat. */
export interface PasswordOwner {
  email: string;
  name: string;
}

export const SHORTEST = 12;
export const LONGEST = 200;
const FEWEST_DIFFERENT = 5;
/** A part of a name or address shorter than this may stand in a password by chance. */
const TELLING = 4;

/**
 * What is wrong with a new password, in words for the person, or null. Length and a list instead of character
 * classes: NIST SP 800-63B, 5.1.1.2.
 * @param isCommon whether a lower-case text is on the list of common passwords
 */
export function passwordProblem(
  password: string,
  owner: PasswordOwner,
  isCommon: (text: string) => boolean,
): string | null {
  const length = [...password].length;
  if (length < SHORTEST) return `Use ${SHORTEST} characters or more; several words are fine.`;
  if (length > LONGEST) return `Use ${LONGEST} characters or fewer.`;
  const plain = password.toLowerCase();
  if (new Set(plain).size < FEWEST_DIFFERENT) return "This repeats too few characters. Use several words.";
  if (coresOf(plain).some(isCommon))
    return "This is among the passwords that are tried first. Use several words.";
  if (isMadeOf(plain, owner)) return "Do not use your name or e-mail address as the password.";
  return null;
}

/** The text, and what is left of it without digits and signs around: "password2026!!" is "password". */
function coresOf(plain: string): string[] {
  const letters = plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, "");
  return [plain, letters, onceIfRepeated(plain), onceIfRepeated(letters)].filter(
    (core) => core.length >= TELLING,
  );
}

function onceIfRepeated(text: string): string {
  return /^(.{3,}?)\1+$/.exec(text)?.[1] ?? text;
}

/** Whether little is left once the owner's name and address are taken out. */
function isMadeOf(plain: string, { email, name }: PasswordOwner): boolean {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const words = [
    email.toLowerCase(),
    local,
    domain,
    ...name.toLowerCase().split(/\s+/),
    ...domain.split("."),
  ];
  const telling = words.filter((word) => word.length >= TELLING).sort((a, b) => b.length - a.length);
  const rest = telling.reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest !== plain && rest.replaceAll(/[^a-z]/g, "").length < TELLING;
}
