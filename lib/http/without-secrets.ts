const SECRET_FIELDS = ["password", "currentPassword", "token"];

/**
 * A request's body without what must not be hashed fast: a stored SHA-256 of a password could be guessed against.
 * Such fields do not tell one request under an Idempotency-Key from another.
 */
export function withoutSecrets(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !SECRET_FIELDS.includes(name)));
}
