import type { Refusal } from "@/lib/kernel/errors";

/** What the identity provider says of who came. */
export interface IdentityClaims {
  email: string | null;
  emailVerified: boolean;
}

interface Account {
  id: string;
  deactivated: boolean;
}

/** What this console knows. */
export interface IdentityFacts {
  claims: IdentityClaims;
  /** Who is bound to this issuer and subject. */
  bound: Account | null;
  /** Who has the claimed address. */
  sameEmail: (Account & { boundToIssuer: boolean }) | null;
  /** False until the first administrator is made. */
  anybody: boolean;
}

export type IdentityDecision =
  | { ok: true; act: "enter"; personId: string }
  | { ok: true; act: "bind"; personId: string }
  | { ok: true; act: "create"; email: string };

/** Why an identity is not let in, by the code that stands in the sign-in page's address. */
export const identityProblems = {
  not_set_up: "Nobody has an account here yet. Make the first administrator by the set-up link.",
  no_email: "The provider sent no e-mail address. Ask its administrator to allow the scope “email”.",
  unverified:
    "The provider has not verified this e-mail address. Verify it there, or sign in with a password.",
  deactivated: "This account is deactivated. Ask an administrator.",
  other_identity: "This address belongs to another identity here. Ask an administrator.",
} as const;

type IdentityProblem = keyof typeof identityProblems;

/** The code of a refusal's message. The page shows texts by code: words from an address could be anybody's. */
export function identityProblemCode(message: string): IdentityProblem | "provider" {
  const codes = Object.keys(identityProblems) as IdentityProblem[];
  return codes.find((code) => identityProblems[code] === message) ?? "provider";
}

/** What to show for the `error` in the sign-in page's address: ours or next-auth's; null without one. */
export function signInProblem(code: string | undefined): string | null {
  if (!code) return null;
  if (Object.hasOwn(identityProblems, code)) return identityProblems[code as IdentityProblem];
  return "The sign-in was not completed. Try again.";
}

/**
 * Whose account an identity is. Issuer and subject name a person for good; an address only finds the account the
 * first time, and only when the provider has verified it. Unknown people come in as viewers.
 */
export function decideIdentity({
  claims,
  bound,
  sameEmail,
  anybody,
}: IdentityFacts): IdentityDecision | Refusal {
  if (bound) return bound.deactivated ? no("deactivated") : { ok: true, act: "enter", personId: bound.id };
  if (!anybody) return no("not_set_up");
  if (!claims.email) return no("no_email");
  if (!claims.emailVerified) return no("unverified");
  if (!sameEmail) return { ok: true, act: "create", email: claims.email };
  if (sameEmail.deactivated) return no("deactivated");
  // An address that was given to somebody else at the provider must not open the earlier owner's account.
  if (sameEmail.boundToIssuer) return no("other_identity");
  return { ok: true, act: "bind", personId: sameEmail.id };
}

function no(problem: IdentityProblem): Refusal {
  return { ok: false, code: "forbidden", message: identityProblems[problem] };
}
