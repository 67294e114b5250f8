import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCluster, runningCluster, type Cluster } from "./cluster";

describe("the embedded PostgreSQL", () => {
  let home: string;
  let dataDir: string;
  const opened: Cluster[] = [];
  const open = async () => {
    const cluster = await openCluster({ dataDir, password: "p w/:@'" });
    opened.push(cluster);
    return cluster;
  };

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), "quarterdeck-cluster-"));
    dataDir = path.join(home, "postgres");
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((cluster) => cluster.stop()));
    rmSync(home, { recursive: true, force: true });
  });

  test("starts on an empty folder with durable settings, on loopback only", async () => {
    const cluster = await open();
    expect(await ask(cluster, "SHOW fsync")).toBe("on");
    expect(await ask(cluster, "SHOW synchronous_commit")).toBe("on");
    expect(await ask(cluster, "SHOW listen_addresses")).toBe("127.0.0.1");
    expect(await ask(cluster, "SHOW server_encoding")).toBe("UTF8");
  });

  test("refuses a wrong password", async () => {
    const cluster = await open();
    const url = new URL(cluster.url("postgres"));
    url.password = "wrong";
    await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toThrow(/password/);
  });

  test("a running one is adopted by the next launcher", async () => {
    const first = await open();
    const second = await open();
    expect(second).toMatchObject({ pid: first.pid, port: first.port, adopted: true });
  });

  test("keeps what was committed when it is killed, and starts again at once", async () => {
    const first = await open();
    await ask(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    process.kill(first.pid, "SIGKILL");
    await first.gone;
    const second = await open();
    expect(second.adopted).toBe(false);
    expect(await ask(second, "SELECT answer::text FROM kept")).toBe("42");
  });

  test("stops while a connection is open, instead of waiting for it to close", async () => {
    const cluster = await open();
    const client = new pg.Client({ connectionString: cluster.url("postgres") });
    client.on("error", () => {});
    await client.connect();
    await cluster.stop();
    expect(await runningCluster(dataDir, "p w/:@'")).toBeUndefined();
  });

  test("data of another major version is refused with a sentence", async () => {
    await (await open()).stop();
    writeFileSync(path.join(dataDir, "PG_VERSION"), "17\n");
    await expect(open()).rejects.toThrow(/written by PostgreSQL 17, the installed one is \d+/);
  });
});

async function ask(cluster: Cluster, sql: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}
