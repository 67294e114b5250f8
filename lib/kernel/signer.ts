/** Signs the heads of streams. The private key is a secret shared by all instances, over restarts too. */
export interface Signer {
  /** Names the key: the first 16 hex digits of SHA-256 over its public half (SPKI, DER). */
  keyId: string;
  /** The public half, SPKI in PEM. */
  publicKey: string;
  /**
   * @param message what is signed
   * @returns an Ed25519 signature (RFC 8032), base64
   */
  sign(message: string): string;
  /**
   * The same for the same text; without the secret nobody can try texts against it.
   * @returns HMAC-SHA-256 in hex, under a key derived from the private one
   */
  fingerprint(text: string): string;
}
