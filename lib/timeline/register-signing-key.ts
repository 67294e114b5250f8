import type { Db } from "@/lib/db/client";
import type { Signer } from "@/lib/kernel/signer";

/**
 * Makes the key that this instance signs with known, before it writes anything. The first key of a database is
 * kept as it comes; after that, only a known one may sign: all instances share one secret.
 * @param now of the database's clock
 * @throws Error of one line when the database knows other keys only: the instance must not start
 */
export async function registerSigningKey(db: Db, signer: Signer, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    // Two instances may start on an empty database at once, with two keys: one of them must see the other's.
    await tx.$executeRaw`LOCK TABLE signing_keys IN SHARE ROW EXCLUSIVE MODE`;
    const keys = await tx.signingKey.findMany({ select: { id: true, publicKey: true } });
    const known = keys.find((key) => key.id === signer.keyId);
    if (known?.publicKey.trim() === signer.publicKey.trim()) return;
    if (keys.length > 0) {
      throw new Error(
        `QUARTERDECK_SIGNING_KEY (${signer.keyId}) is not the key of this database (${keys.map((key) => key.id).join(", ")}): ` +
          "give this instance the same secret as the others, or put it back from your backup.",
      );
    }
    await tx.signingKey.create({ data: { id: signer.keyId, publicKey: signer.publicKey, createdAt: now } });
  });
}
