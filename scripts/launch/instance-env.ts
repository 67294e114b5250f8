import type { Settings } from "@/lib/kernel/env";
import type { Database } from "./database";
import type { Secrets } from "./secrets";

/** The variables that a server or a tool of this installation runs with: what is set wins, the rest is filled in. */
export function instanceEnv(
  settings: Settings,
  database: Database,
  secrets: Pick<Secrets, "authSecret" | "signingKey">,
): Record<string, string> {
  return {
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    DATABASE_URL: database.url,
    DIRECT_DATABASE_URL: database.directUrl,
    NEXTAUTH_SECRET: settings.authSecret ?? secrets.authSecret,
    QUARTERDECK_SIGNING_KEY: settings.signingKey ?? secrets.signingKey,
  };
}
