import type { Account } from "./found";

/** How to sign in, for the terminal. */
export function signInLines(accounts: readonly Account[]): string {
  const widths = {
    as: Math.max(...accounts.map((account) => account.as.length)),
    email: Math.max(...accounts.map((account) => account.email.length)),
  };
  return [
    "Sign in as one of these. The passwords were made up now and are kept nowhere else:",
    ...accounts.map(
      ({ as, email, password }) => `  ${as.padEnd(widths.as)}  ${email.padEnd(widths.email)}  ${password}`,
    ),
  ].join("\n");
}
