import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };

/** Test files leave nothing behind, so those of one worker share their modules: most of the time went into loading them. */
const together = { isolate: false };

const PROPERTIES = "{app,components,lib,prisma,scripts,e2e}/**/*.property.test.ts";

/**
 * Three projects: `pure` needs nothing; `properties` neither, but tries hundreds of documents, which takes its time;
 * `db` runs against a real PostgreSQL that its set-up starts.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "pure",
          ...together,
          pool: "threads",
          include: ["{app,components,lib,prisma,scripts,e2e}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", PROPERTIES, "node_modules/**"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "properties",
          ...together,
          pool: "threads",
          include: [PROPERTIES],
          // A busy machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          ...together,
          include: ["{lib,prisma,scripts}/**/*.db.test.ts"],
          globalSetup: ["lib/db/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
