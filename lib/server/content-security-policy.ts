import { randomBytes } from "node:crypto";

/** A fresh nonce for one response. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The policy of every page: scripts only with this response's nonce, nothing from elsewhere, never in a frame.
 * Style attributes are allowed: React writes them, and they run nothing.
 * @param dev Next's dev server evaluates code for its error overlay
 */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The other headers every response carries. */
export const securityHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
} as const;
