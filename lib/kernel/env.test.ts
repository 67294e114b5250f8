import { describe, expect, test } from "vitest";
import { readEnv, readSettings } from "./env";

const key = "-----BEGIN PRIVATE KEY-----\\nMC4C\\n-----END PRIVATE KEY-----";
const whole = {
  DATABASE_URL: "postgresql://qd:pw@127.0.0.1:5432/qd",
  NEXTAUTH_SECRET: "x".repeat(32),
  QUARTERDECK_SIGNING_KEY: key,
};

describe("the environment", () => {
  test("without any variable it is loopback on port 3000", () => {
    expect(readSettings({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      publicUrl: "http://127.0.0.1:3000",
      trustedProxies: [],
      testClock: false,
      oidc: undefined,
    });
  });

  test("an empty variable counts as not set", () => {
    expect(readSettings({ PORT: "", PUBLIC_URL: " " }).publicUrl).toBe("http://127.0.0.1:3000");
  });

  test("the public address follows HOST and PORT, and PUBLIC_URL wins", () => {
    expect(readSettings({ HOST: "0.0.0.0", PORT: "8080" }).publicUrl).toBe("http://127.0.0.1:8080");
    expect(readSettings({ HOST: "::1" }).publicUrl).toBe("http://[::1]:3000");
    expect(readSettings({ PUBLIC_URL: "https://deck.example.org/" }).publicUrl).toBe(
      "https://deck.example.org",
    );
  });

  test("the direct connection is the ordinary one unless it is named", () => {
    expect(readEnv(whole).directDatabaseUrl).toBe(whole.DATABASE_URL);
    const DIRECT_DATABASE_URL = "postgresql://qd:pw@db:5432/qd";
    expect(readEnv({ ...whole, DIRECT_DATABASE_URL }).directDatabaseUrl).toBe(DIRECT_DATABASE_URL);
  });

  test("line breaks of the signing key may be written as \\n", () => {
    expect(readEnv(whole).signingKey).toBe("-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----");
  });

  test("the provider for single sign-on needs all three of its variables", () => {
    const oidc = { OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "deck" };
    expect(() => readSettings(oidc)).toThrow(/^OIDC_CLIENT_SECRET must be set too/);
    expect(readSettings({ ...oidc, OIDC_CLIENT_SECRET: "s", OIDC_NAME: "Example" }).oidc).toEqual({
      issuer: "https://id.example.org",
      clientId: "deck",
      clientSecret: "s",
      name: "Example",
    });
  });

  test.each([
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["PUBLIC_URL", "deck.example.org"],
    ["PUBLIC_URL", "https://example.org/deck"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["TRUSTED_PROXIES", "proxy"],
    ["DATABASE_URL", "mysql://127.0.0.1/x"],
    ["NEXTAUTH_SECRET", "short"],
    ["QUARTERDECK_SIGNING_KEY", "abc"],
    ["QUARTERDECK_TEST_CLOCK", "yes"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s is refused by name, in one line", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+$`));
  });

  test.each([
    ["DATABASE_URL", { ...whole, DATABASE_URL: undefined }],
    ["NEXTAUTH_SECRET", { ...whole, NEXTAUTH_SECRET: "" }],
    ["QUARTERDECK_SIGNING_KEY", { ...whole, QUARTERDECK_SIGNING_KEY: undefined }],
  ])("a running instance refuses to be without %s", (name, source) => {
    expect(() => readEnv(source)).toThrow(new RegExp(`^${name} is not set`));
  });

  test("networks are read with commas or spaces between", () => {
    expect(readSettings({ TRUSTED_PROXIES: "10.0.0.7, 192.168.0.0/16 ::1" }).trustedProxies).toEqual([
      "10.0.0.7",
      "192.168.0.0/16",
      "::1",
    ]);
  });

  test("the test clock is refused unless the database is on this machine", () => {
    expect(readEnv({ ...whole, QUARTERDECK_TEST_CLOCK: "1" }).testClock).toBe(true);
    const far = { ...whole, QUARTERDECK_TEST_CLOCK: "1", DATABASE_URL: "postgresql://qd@db.example.org/qd" };
    expect(() => readEnv(far)).toThrow(/^QUARTERDECK_TEST_CLOCK moves the time/);
    expect(() => readEnv({ ...far, DATABASE_URL: "postgresql://qd@127.evil.example/qd" })).toThrow();
    const near = { ...whole, QUARTERDECK_TEST_CLOCK: "1" };
    const direct = { ...near, DIRECT_DATABASE_URL: "postgresql://qd@db.example.org/qd" };
    expect(() => readEnv(direct)).toThrow(/^QUARTERDECK_TEST_CLOCK moves the time/);
    const elsewhere = { ...near, DATABASE_URL: "postgresql://qd@127.0.0.1/qd?host=db.example.org" };
    expect(() => readEnv(elsewhere)).toThrow(/^QUARTERDECK_TEST_CLOCK moves the time/);
  });
});
