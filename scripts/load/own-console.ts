import { randomBytes } from "node:crypto";
import { createTestDatabase, prepareTemplate } from "@/lib/db/testing/template";
import { temporaryCluster, type TemporaryCluster } from "@/lib/db/testing/temporary-cluster";
import { buildIfStale } from "../launch/build";
import { stage } from "../support/progress.mjs";
import { httpClient, type HttpClient } from "./http-client";
import { setUpAdministrator, type SignedIn } from "./people";
import { serveConsole, type ServedConsole } from "./served-console";

/** A console that nobody else uses, as durable as a real one. */
export interface OwnConsole {
  cluster: TemporaryCluster;
  databaseUrl: string;
  served: ServedConsole;
  client: HttpClient;
  administrator: SignedIn;
  /** Ends both and removes their data. */
  stop(): Promise<void>;
}

/** Builds when the build is stale, starts a PostgreSQL and the console on it, and makes the administrator. */
export async function startOwnConsole(env: Record<string, string> = {}): Promise<OwnConsole> {
  await buildIfStale();
  const cluster = await stage("Starting PostgreSQL", () => temporaryCluster({ durable: true }));
  try {
    const template = await prepareTemplate(cluster.url);
    const databaseUrl = await createTestDatabase(
      cluster.url,
      `load_${randomBytes(4).toString("hex")}`,
      template,
    );
    const served = await stage("Starting the console", () =>
      serveConsole({ databaseUrl, home: cluster.home, env }),
    );
    const client = httpClient(served.baseUrl);
    if (!served.setupLink) throw new Error("A new database has people already");
    const administrator = await setUpAdministrator(client, served.setupLink);
    const stop = async () => {
      client.close();
      await served.stop();
      await cluster.stop();
    };
    return { cluster, databaseUrl, served, client, administrator, stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
