import { authorise } from "@/lib/auth/authorise";
import { tokenScopes, TOKENS_AT_MOST, type TokenScope } from "@/lib/auth/tokens/token.rules";
import type { ReadContext } from "@/lib/db/context";
import type { ApiToken } from "@/lib/db/generated/client";
import type { TokenDto, TokensDto } from "./dto";

/** Tokens that were not revoked, expired ones included, newest first. Revoked ones are on the audit log. */
export async function listTokens(ctx: ReadContext): Promise<TokensDto> {
  authorise(ctx.actor, "token.administer");
  const rows = await ctx.db.apiToken.findMany({
    where: { revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: TOKENS_AT_MOST,
  });
  return { tokens: rows.map(toDto) };
}

export function toDto({ tokenHash: _, revokedAt: __, ...row }: ApiToken): TokenDto {
  return {
    ...row,
    scopes: row.scopes.filter((scope): scope is TokenScope => tokenScopes.some((known) => known === scope)),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
