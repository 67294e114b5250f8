import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createTestDatabase } from "./template";

let mine: Promise<string> | undefined;

/** Connection string of this test file's own database: migrated, empty, made at the first call. */
export function testDatabaseUrl(): Promise<string> {
  mine ??= create(true);
  return mine;
}

/** Connection string of a database without any table, new at every call. */
export function emptyDatabaseUrl(): Promise<string> {
  return create(false);
}

function create(migrated: boolean): Promise<string> {
  const { url, template, run } = inject("testCluster");
  return createTestDatabase(
    url,
    `qd_test_${run}_${randomBytes(6).toString("hex")}`,
    migrated ? template : undefined,
  );
}
