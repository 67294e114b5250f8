import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };

/** Test files leave nothing behind, so those of one worker share their modules: most of the time went into loading them. */
const together = { isolate: false };

/** Two projects: `pure` needs nothing; `db` runs against a real PostgreSQL that scripts/test starts. */
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
          exclude: ["**/*.db.test.ts", "node_modules/**"],
          // Property tests try hundreds of documents; a busy machine is no failure.
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
