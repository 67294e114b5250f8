import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  sign,
  verify,
} from "node:crypto";
import type { Signer } from "@/lib/kernel/signer";

/**
 * A signer over an Ed25519 private key.
 * @param pem PKCS#8 PEM, the secret QUARTERDECK_SIGNING_KEY
 * @throws Error when the text is no Ed25519 private key
 */
export function signerFrom(pem: string): Signer {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("The signing key is not an Ed25519 key");
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: "spki", format: "der" });
  const seed = privateKey.export({ format: "jwk" }).d ?? "";
  const fingerprintKey = Buffer.from(hkdfSync("sha256", seed, "", "quarterdeck fingerprint", 32));
  return {
    keyId: createHash("sha256").update(der).digest("hex").slice(0, 16),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    sign: (message) => sign(null, Buffer.from(message), privateKey).toString("base64"),
    fingerprint: (text) => createHmac("sha256", fingerprintKey).update(text).digest("hex"),
  };
}

/** @returns whether `signature` (base64) over `message` was made with the private half of `publicKey` (SPKI PEM) */
export function isSignedBy(publicKey: string, message: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(message), createPublicKey(publicKey), Buffer.from(signature, "base64"));
  } catch {
    // What is no key at all has signed nothing.
    return false;
  }
}

/** A new private key, PKCS#8 PEM. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
