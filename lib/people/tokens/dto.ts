import { z } from "zod";
import { tokenScopes } from "@/lib/auth/tokens/token.rules";
import { accessRole, id, moment } from "@/lib/timeline/events/common";

/** A token as administrators see it: never the secret itself. */
export const tokenDto = z.object({
  id,
  name: z.string(),
  /** The last characters of the secret. */
  ending: z.string(),
  accessRole,
  scopes: z.array(z.enum(tokenScopes)),
  createdById: id.nullable(),
  createdAt: moment,
  expiresAt: moment,
  lastUsedAt: moment.nullable(),
});
export type TokenDto = z.infer<typeof tokenDto>;

export const tokensDto = z.object({ tokens: z.array(tokenDto) });
export type TokensDto = z.infer<typeof tokensDto>;

/** With the secret, shown once. */
export const madeTokenDto = tokenDto.extend({ secret: z.string() });
export type MadeToken = z.infer<typeof madeTokenDto>;
