import type { AccessRole } from "@/lib/kernel/actor";
import { can, type Action } from "../policy.rules";

/** What a token may be made for; everything else takes a person. */
export const tokenScopes = [
  ...(["incident.read", "incident.declare", "note.add", "summary.read"] as const),
  ...(["runbook.read", "runbook.import", "runbook.archive"] as const),
  ...(["directory.read", "audit.read"] as const),
] as const satisfies readonly Action[];
export type TokenScope = (typeof tokenScopes)[number];

/** What each lets a machine do, for whoever makes a token. */
export const scopeWords = {
  "incident.read": "Read incidents, their timelines and updates",
  "incident.declare": "Declare incidents",
  "note.add": "Write notes on timelines",
  "summary.read": "Read post-incident summaries",
  "runbook.read": "Read runbooks, and find them for an alert",
  "runbook.import": "Import runbooks and new versions",
  "runbook.archive": "Archive and restore runbooks",
  "directory.read": "Read the names of people, services and environments",
  "audit.read": "Read the audit log",
} as const satisfies Record<TokenScope, string>;

/** Those that an access role allows. */
export function scopesOf(accessRole: AccessRole): TokenScope[] {
  return tokenScopes.filter((scope) => can({ kind: "token", id: "", accessRole, via: "token" }, scope));
}

export const TOKEN_PREFIX = "qd_";
/** Tells what may be a token from what cannot be one: 32 bytes in base64url. */
export const isToken = (text: string): boolean => /^qd_[\w-]{43}$/.test(text);

/** How long a token works at most. */
export const TOKEN_DAYS = 365;
/** So many work at once; each is somebody's to keep an eye on. */
export const TOKENS_AT_MOST = 200;

export interface TokenFacts {
  expiresAt: Date;
  revokedAt: Date | null;
}

/** Whether a token counts at this moment. */
export function isAlive({ expiresAt, revokedAt }: TokenFacts, now: Date): boolean {
  return revokedAt === null && expiresAt > now;
}
