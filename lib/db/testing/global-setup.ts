import type { TestProject } from "vitest/node";
import { dropTestDatabases, prepareTemplate } from "./template";
import { temporaryCluster } from "./temporary-cluster";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where test files make their databases. */
    testCluster: { url: string; template: string; run: string };
  }
}

/**
 * Before the database tests: a PostgreSQL of their own (or the one that QUARTERDECK_TEST_DATABASE_URL names) and
 * a migrated template database, from which each test file gets its copy. Afterwards both are taken away.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const shared = process.env.QUARTERDECK_TEST_DATABASE_URL;
  const cluster = shared ? { url: shared, stop: async () => {} } : await temporaryCluster();
  const run = process.pid.toString(36);
  const template = await prepareTemplate(cluster.url);
  project.provide("testCluster", { url: cluster.url, template, run });
  return async () => {
    if (shared) await dropTestDatabases(shared, run);
    await cluster.stop();
  };
}
