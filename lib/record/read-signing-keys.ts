import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { SigningKeysDto } from "./dto";

/** The public keys to keep elsewhere: with them, whoever has an export can check its signed heads without the console. */
export async function readSigningKeys(ctx: ReadContext): Promise<SigningKeysDto> {
  authorise(ctx.actor, "timeline.verify");
  const keys = await ctx.db.signingKey.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return {
    keys: keys.map(({ id, publicKey, createdAt }) => ({ id, publicKey, createdAt: createdAt.toISOString() })),
  };
}
