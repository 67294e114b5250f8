import { randomBytes } from "node:crypto";
import { createTestDatabase, prepareTemplate } from "@/lib/db/testing/template";
import { temporaryCluster } from "@/lib/db/testing/temporary-cluster";
import { buildIfStale } from "@/scripts/launch/build";

/** Before all journeys: a current build, a PostgreSQL of their own, and a migrated database to copy. */
export default async function setUp(): Promise<() => Promise<void>> {
  await buildIfStale();
  const cluster = await temporaryCluster();
  process.env.QUARTERDECK_E2E_CLUSTER = cluster.url;
  process.env.QUARTERDECK_E2E_HOME = cluster.home;
  process.env.QUARTERDECK_E2E_TEMPLATE = await prepareTemplate(cluster.url);
  return () => cluster.stop();
}

/** A new migrated database without anybody in it. */
export function newDatabase(): Promise<string> {
  return createTestDatabase(
    setting("QUARTERDECK_E2E_CLUSTER"),
    `journey_${randomBytes(6).toString("hex")}`,
    setting("QUARTERDECK_E2E_TEMPLATE"),
  );
}

/** A folder that is removed after the run. */
export function temporaryHome(): string {
  return setting("QUARTERDECK_E2E_HOME");
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: journeys run through "npx playwright test".`);
  return value;
}
