import { randomBytes } from "node:crypto";
import { expect, inject } from "vitest";
import { createTestDatabase } from "./template";

/** By test file: the files of one worker share their modules. */
const databases = new Map<string, Promise<string>>();

/** Connection string of this test file's own database: migrated, empty, made at the first call. */
export function testDatabaseUrl(): Promise<string> {
  const file = expect.getState().testPath ?? "";
  const database = databases.get(file) ?? create(true);
  databases.set(file, database);
  return database;
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
