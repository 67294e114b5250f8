import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bornAt } from "@/lib/db/embedded/processes";
import { explain } from "./connection";
import { prepareDataFolder } from "./data-folder";
import { readHolder, takeLock } from "./lock";
import { checkPort } from "./port";
import { readSecrets } from "./secrets";
import { hashFiles } from "./stamp";
import { welcome } from "./welcome";

let home: string;
beforeEach(() => (home = mkdtempSync(path.join(tmpdir(), "quarterdeck-launch-"))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe("the data folder", () => {
  test("is made with all above it, closed to others", () => {
    const folder = prepareDataFolder(path.join(home, "a", "b"));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test("that cannot be is refused in one line which names the setting", () => {
    writeFileSync(path.join(home, "file"), "");
    expect(() => prepareDataFolder(path.join(home, "file", "x"))).toThrow(/^[^\n]+QUARTERDECK_DATA_DIR\.$/);
  });
});

describe("the secrets", () => {
  test("are made once, readable by the owner only", () => {
    const first = readSecrets(home);
    expect(statSync(path.join(home, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(readSecrets(home)).toEqual(first);
    expect(first.signingKey).toContain("BEGIN PRIVATE KEY");
  });

  test("are not made up again when a database needs the lost ones", () => {
    mkdirSync(path.join(home, "postgres"));
    writeFileSync(path.join(home, "postgres", "PG_VERSION"), "18");
    expect(() => readSecrets(home)).toThrow(/secrets\.json is missing.*backup/);
  });

  test("that are damaged are not replaced", () => {
    writeFileSync(path.join(home, "secrets.json"), "{}");
    expect(() => readSecrets(home)).toThrow(/damaged/);
  });
});

describe("the lock of a data folder", () => {
  test("refuses a second one and names the first", async () => {
    const lock = await takeLock(home, "npm start", "serving");
    lock.update({ address: "http://127.0.0.1:3000" });
    // This very process is alive, so its own lock counts as anybody's.
    await expect(takeLock(home, "npm start", "serving")).rejects.toThrow(
      `"npm start" (process ${process.pid}) uses ${home} and serves http://127.0.0.1:3000`,
    );
    lock.release();
    expect(readHolder(home)).toBeUndefined();
  });

  test("is taken over from a process that has died, also when its id lives on as another process", async () => {
    const dead = {
      pid: process.pid,
      born: `not ${bornAt(process.pid)}`,
      name: "npm start",
      state: "serving",
    };
    writeFileSync(path.join(home, "lock.json"), JSON.stringify(dead));
    const lock = await takeLock(home, "npm start", "serving");
    expect(readHolder(home)?.born).toBe(bornAt(process.pid));
    lock.release();
  });
});

test("a port that is in use is refused with another one to try", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await expect(checkPort("127.0.0.1", port)).rejects.toThrow(`Port ${port} is in use on 127.0.0.1`);
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPort("127.0.0.1", port)).resolves.toBeUndefined();
});

test.each([
  ["ECONNREFUSED", /nothing answers at db:5432/],
  ["ENOTFOUND", /no host named db:5432/],
  ["28P01", /refuses the user "deck" or the password/],
  ["3D000", /has no database "quarter deck"/],
  ["57P03", /cannot be used: the database system is starting up/],
])("what is wrong with a connection is said in one line, without the password (%s)", (code, text) => {
  const url = "postgresql://deck:hunter2@db:5432/quarter%20deck";
  const line = explain({ code, message: "the database system is starting up" }, url, "DATABASE_URL");
  expect(line).toMatch(text);
  expect(line).toMatch(/^DATABASE_URL: [^\n]+$/);
  expect(line).not.toContain("hunter2");
});

test("the hash of sources changes with a content or a name, not with what is left out", () => {
  const write = (name: string, text: string) => writeFileSync(path.join(home, name), text);
  const hash = () => hashFiles([home], (file) => file.endsWith(".test.ts"));
  write("a.ts", "1");
  const first = hash();
  write("a.test.ts", "anything");
  expect(hash()).toBe(first);
  write("a.ts", "2");
  expect(hash()).not.toBe(first);
  write("a.ts", "1");
  write("b.ts", "");
  expect(hash()).not.toBe(first);
});

test("the last lines give the address, the link while nobody exists, and how to open it to others", () => {
  const served = { address: "http://127.0.0.1:3000", host: "127.0.0.1", port: 3000, dataDir: ".data" };
  expect(welcome(served)).toContain("HOST=0.0.0.0 PUBLIC_URL=");
  expect(welcome(served)).not.toContain("/setup/");
  const open = welcome({ ...served, host: "0.0.0.0", setupLink: "http://127.0.0.1:3000/setup/abc" });
  expect(open).toContain("http://127.0.0.1:3000/setup/abc");
  expect(open).not.toContain("HOST=0.0.0.0");
});
