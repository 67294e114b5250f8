/**
 * next-auth's routes from the browser: `password` and `oidc` are our provider ids. Paths are relative, so that
 * signing in works at whatever address the console was opened.
 */
const BASE = "/api/auth";

export type PasswordResult = "in" | "wrong" | "too_many_tries" | "away";

/** Signs in with a password. The session's cookie is set when this answers "in". */
export async function signInWithPassword(email: string, password: string): Promise<PasswordResult> {
  const answer = await post("/callback/password", { email, password });
  if (!answer) return "away";
  const problem = answer.url.searchParams.get("error");
  if (problem === "too_many_tries") return "too_many_tries";
  if (problem === "CredentialsSignin") return "wrong";
  // A refused csrf token answers 200 and leads back to the sign-in page.
  return answer.ok && !problem && !answer.url.searchParams.has("csrf") ? "in" : "away";
}

/**
 * Begins to sign in at the identity provider.
 * @param next the page to come back to
 * @returns where to go, or null when the console or the provider does not answer
 */
export async function providerAddress(next: string): Promise<string | null> {
  const answer = await post("/signin/oidc", { callbackUrl: next });
  return answer?.ok && !answer.url.searchParams.has("error") ? answer.url.href : null;
}

/** Ends this browser's session. @returns whether the cookie is gone */
export async function endOwnSession(): Promise<boolean> {
  return (await post("/signout", {}))?.ok ?? false;
}

async function post(path: string, fields: Record<string, string>): Promise<{ ok: boolean; url: URL } | null> {
  try {
    const { csrfToken } = (await (await fetch(`${BASE}/csrf`)).json()) as { csrfToken: string };
    const response = await fetch(`${BASE}${path}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
    });
    const { url } = (await response.json()) as { url: string };
    return { ok: response.ok, url: new URL(url, window.location.origin) };
  } catch {
    return null;
  }
}
