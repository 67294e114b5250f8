import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const secretsSchema = z.object({
  databasePassword: z.string().min(1),
  authSecret: z.string().min(32),
  /** Ed25519, PKCS #8 in PEM: signs the heads of timelines. */
  signingKey: z.string().includes("PRIVATE KEY-----"),
});

/** The keys without which a copy of the data is worth little: they are part of a backup. */
export const keysSchema = secretsSchema.omit({ databasePassword: true });

export type Keys = z.output<typeof keysSchema>;
export type Secrets = z.output<typeof secretsSchema>;

/**
 * The secrets of this installation, made up at the first start and kept beside the data, readable by the owner only.
 * @throws Error of one line when the file is damaged, or missing while there is data that needs it.
 */
export function readSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  if (existsSync(file)) return parse(file);
  if (existsSync(path.join(dataDir, "postgres", "PG_VERSION"))) {
    throw new Error(
      `${file} is missing, but there is a database that needs it: put it back from your backup.`,
    );
  }
  const secrets = newSecrets();
  write(file, secrets);
  return secrets;
}

/** Takes over the keys of a backup; the password of this database stays. */
export function keepKeys(dataDir: string, keys: Keys): void {
  write(path.join(dataDir, "secrets.json"), { ...readSecrets(dataDir), ...keys });
}

/** Written aside first: a kill in the middle must not leave half a file. */
function write(file: string, secrets: Secrets): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function parse(file: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Error(`${file} is damaged or not readable: put it back from your backup.`);
  }
}

/** New secrets, as for a new installation. */
export function newSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync("ed25519");
  return {
    databasePassword: randomBytes(24).toString("base64url"),
    authSecret: randomBytes(32).toString("base64url"),
    signingKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
