import path from "node:path";
import { defineConfig } from "prisma/config";

// The native engine would be fetched from outside the npm registry: ours runs the WebAssembly build from it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY = path.join(import.meta.dirname, "scripts", "schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // Generating the client needs no database.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://127.0.0.1:1/none" },
});
