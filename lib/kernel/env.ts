import { isIP } from "node:net";
import { z } from "zod";

/**
 * The only module that reads the environment. What each variable is for stands in `.env.example`.
 */
export type Settings = z.output<typeof settingsSchema>;

/** Settings of a running instance: the database and the secrets are there. */
export type Env = Settings & {
  databaseUrl: string;
  directDatabaseUrl: string;
  authSecret: string;
  signingKey: string;
};

type Source = Record<string, string | undefined>;

/**
 * What may be set before a database or secrets exist: the launcher and the command-line tools begin with this.
 * @throws Error of one line that names the bad variable and what to do.
 */
export function readSettings(source: Source = process.env): Settings {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = settingsSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${String(issue?.path[0] ?? "The environment")} ${issue?.message}`);
}

/**
 * The whole configuration of an instance.
 * @throws Error of one line that names the bad or missing variable and what to do.
 */
export function readEnv(source: Source = process.env): Env {
  const settings = readSettings(source);
  const databaseUrl = required(settings.databaseUrl, "DATABASE_URL", "a PostgreSQL connection string");
  return {
    ...settings,
    databaseUrl,
    directDatabaseUrl: settings.directDatabaseUrl ?? databaseUrl,
    authSecret: required(settings.authSecret, "NEXTAUTH_SECRET", "a random text of 32 characters or more"),
    signingKey: required(settings.signingKey, "QUARTERDECK_SIGNING_KEY", "an Ed25519 private key in PEM"),
  };
}

let known: Env | undefined;

/** The configuration of this process, read once. */
export function env(): Env {
  known ??= readEnv();
  return known;
}

const list = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter(Boolean));

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, "must look like postgresql://user:password@host:5432/database.");

const variables = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .default("3000")
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
      "must be a port number, 1 to 65535.",
    )
    .transform(Number),
  PUBLIC_URL: z
    .string()
    .refine(
      isOrigin,
      "must be the address that people type, like https://quarterdeck.example.org, without a path.",
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUSTED_PROXIES: list.refine(
    (networks) => networks.every(isNetwork),
    "must be addresses or networks with commas between, like 10.0.0.7, 192.168.0.0/16.",
  ),
  DATABASE_URL: postgresUrl.optional(),
  DIRECT_DATABASE_URL: postgresUrl.optional(),
  NEXTAUTH_SECRET: z.string().min(32, "must be a random text of 32 characters or more.").optional(),
  QUARTERDECK_SIGNING_KEY: z
    .string()
    // One line in an env file: line breaks may be written as \n.
    .transform((text) => text.replaceAll("\\n", "\n"))
    .refine((text) => text.includes("PRIVATE KEY-----"), "must be an Ed25519 private key in PEM.")
    .optional(),
  QUARTERDECK_DATA_DIR: z.string().default(".data"),
  QUARTERDECK_TEST_CLOCK: z.enum(["0", "1"], "must be 0 or 1.").default("0"),
  QUARTERDECK_OUTGOING_HOSTS: list,
  OIDC_ISSUER: z.url("must be the issuer's address, like https://login.example.org.").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("single sign-on"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"], logLevels()).default("info"),
});

const settingsSchema = variables
  .superRefine((v, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    const oidc = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
    const missing = oidc.filter((name) => !v[name]);
    if (missing[0] && missing.length < oidc.length)
      refuse(missing[0], `must be set too: ${oidc.join(", ")} go together.`);
    const databases = [v.DATABASE_URL, v.DIRECT_DATABASE_URL].filter((url) => url !== undefined);
    if (v.QUARTERDECK_TEST_CLOCK === "1" && !databases.every(isLoopback)) {
      refuse(
        "QUARTERDECK_TEST_CLOCK",
        "moves the time for tests: it is refused unless the database is on this machine.",
      );
    }
  })
  .transform((v) => ({
    host: v.HOST,
    port: v.PORT,
    publicUrl: v.PUBLIC_URL ?? `http://${reachable(v.HOST)}:${v.PORT}`,
    trustedProxies: v.TRUSTED_PROXIES,
    databaseUrl: v.DATABASE_URL,
    directDatabaseUrl: v.DIRECT_DATABASE_URL,
    authSecret: v.NEXTAUTH_SECRET,
    signingKey: v.QUARTERDECK_SIGNING_KEY,
    dataDir: v.QUARTERDECK_DATA_DIR,
    testClock: v.QUARTERDECK_TEST_CLOCK === "1",
    /** Hosts inside the own network that webhooks may reach. */
    outgoingHosts: v.QUARTERDECK_OUTGOING_HOSTS.map((host) => host.toLowerCase()),
    oidc:
      v.OIDC_ISSUER && v.OIDC_CLIENT_ID && v.OIDC_CLIENT_SECRET
        ? {
            issuer: v.OIDC_ISSUER,
            clientId: v.OIDC_CLIENT_ID,
            clientSecret: v.OIDC_CLIENT_SECRET,
            name: v.OIDC_NAME,
          }
        : undefined,
    logLevel: v.LOG_LEVEL,
  }));

function required(value: string | undefined, name: string, what: string): string {
  if (!value)
    throw new Error(`${name} is not set: it must be ${what}. "npm start" makes one, see .env.example.`);
  return value;
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ["postgres:", "postgresql:"].includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && !url.search && !url.username;
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function isLoopback(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  // The driver takes this one over the host that stands in its place.
  if (searchParams.has("host")) return false;
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** An address for "every interface" cannot be opened in a browser: loopback can. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return isIP(host) === 6 ? `[${host}]` : host;
}

function logLevels(): string {
  return "must be trace, debug, info, warn, error or silent.";
}
