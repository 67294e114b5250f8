import { randomBytes } from "node:crypto";
import { authorise } from "@/lib/auth/authorise";
import { TOKEN_PREFIX, TOKENS_AT_MOST } from "@/lib/auth/tokens/token.rules";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { sha256 } from "@/lib/timeline/hash.rules";
import { newText } from "@/lib/timeline/texts";
import type { MadeToken } from "./dto";
import { toDto } from "./list-tokens";
import type { TokenInput } from "./schemas";

const DAY_MS = 24 * 3_600_000;

/**
 * Makes a token for a machine. Its secret is in the answer and nowhere else: 32 random bytes need no slow hash.
 * @throws Failure `conflict` when there are too many already
 */
export async function makeToken(ctx: Context, input: TokenInput): Promise<MadeToken> {
  authorise(ctx.actor, "token.administer");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  if ((await ctx.db.apiToken.count({ where: { revokedAt: null } })) >= TOKENS_AT_MOST) {
    throw new Failure(
      "conflict",
      `There are ${TOKENS_AT_MOST} tokens. Revoke those that nobody needs first.`,
    );
  }
  const { name, accessRole, expiresInDays } = input;
  const secret = TOKEN_PREFIX + randomBytes(32).toString("base64url");
  const scopes = [...new Set(input.scopes)].sort();
  const expiresAt = new Date(at.getTime() + expiresInDays * DAY_MS);
  const row = await ctx.db.apiToken.create({
    data: {
      ...{ id: newId(), name, tokenHash: sha256(secret), ending: secret.slice(-4) },
      ...{ accessRole, scopes, createdById: ctx.actor.id, createdAt: at, expiresAt },
    },
  });
  const words = newText(name);
  await append(ctx, stream, at, {
    kind: "token.made",
    data: { tokenId: row.id, name: words.ref, accessRole, scopes, expiresAt: expiresAt.toISOString() },
    texts: [words],
  });
  return { ...toDto(row), secret };
}
