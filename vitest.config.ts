import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };

/** Two projects: `pure` needs nothing; `db` runs against a real PostgreSQL that scripts/test starts. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "pure",
          // What is pure leaves nothing behind: the files share their modules, which takes a third of the time.
          isolate: false,
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
          include: ["{lib,prisma,scripts}/**/*.db.test.ts"],
          globalSetup: ["lib/db/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
