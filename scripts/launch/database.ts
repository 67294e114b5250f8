import path from "node:path";
import { openCluster, type Cluster } from "@/lib/db/embedded/cluster";
import type { Settings } from "@/lib/kernel/env";
import { checkConnection, ensureDatabase } from "./connection";

export interface Database {
  url: string;
  /** Bypasses a pooler: for migrations, LISTEN and locks of a session. */
  directUrl: string;
  /** The embedded PostgreSQL; undefined when DATABASE_URL names another server. */
  cluster: Cluster | undefined;
}

const DATABASE = "quarterdeck";

/** The server that DATABASE_URL names, checked; or the embedded PostgreSQL of this data folder, started. */
export async function openDatabase(settings: Settings, dataDir: string, password: string): Promise<Database> {
  const named = namedDatabase(settings);
  if (named) {
    await checkConnection(named.url, "DATABASE_URL");
    if (named.directUrl !== named.url) await checkConnection(named.directUrl, "DIRECT_DATABASE_URL");
    return named;
  }
  const cluster = await openCluster({ dataDir: path.join(dataDir, "postgres"), password });
  await ensureDatabase(cluster.url("postgres"), DATABASE);
  return embeddedDatabase(cluster);
}

/** The database inside a running embedded PostgreSQL. */
export function embeddedDatabase(cluster: Cluster): Database {
  const url = cluster.url(DATABASE);
  return { url, directUrl: url, cluster };
}

function namedDatabase({ databaseUrl, directDatabaseUrl }: Settings): Database | undefined {
  if (!databaseUrl) return undefined;
  return { url: databaseUrl, directUrl: directDatabaseUrl ?? databaseUrl, cluster: undefined };
}
