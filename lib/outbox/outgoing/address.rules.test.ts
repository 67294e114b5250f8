import { describe, expect, it } from "vitest";
import { decideAddresses, decideTarget, isPublic, type Target } from "./address.rules";

describe("which addresses are public", () => {
  it.each([
    ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"],
    ...[
      "255.255.255.255",
      "224.0.0.1",
      "192.0.2.1",
      "198.18.0.1",
      "::1",
      "::",
      "fe80::1",
      "fc00::1",
      "ff02::1",
    ],
    ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1"],
    ...["::127.0.0.1", "64:ff9b:1::1", "fec0::1", "3fff::1", "100::1"],
  ])("not %s", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(["8.8.8.8", "151.101.1.1", "2606:4700:4700::1111"])("%s", (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

describe("where a request may go", () => {
  it("is anywhere public by https", () => {
    expect(decideTarget("https://hooks.example.org/x?y=1", [])).toMatchObject({ ok: true, listed: false });
  });

  it("is an inner host only when it is listed, then also by http", () => {
    expect(decideTarget("http://chat.internal:8065/hooks/x", ["chat.internal"])).toMatchObject({
      ok: true,
      listed: true,
      host: "chat.internal",
    });
    expect(decideTarget("http://[::1]:9/x", ["::1"])).toMatchObject({ ok: true, host: "::1" });
  });

  it.each([
    ["http://chat.internal:8065/x", "chat.internal:8065", true],
    ["http://chat.internal:8066/x", "chat.internal:8065", false],
    ["http://chat.internal/x", "chat.internal:80", true],
    ["https://chat.internal/x", "chat.internal:443", true],
    ["http://chat.internal./x", "chat.internal", true],
    ["http://other.internal/x", "chat.internal", false],
    ["http://[::1]:9/x", "[::1]:9", true],
    ["http://10.1.2.3/x", "10.1.0.0/16", true],
    ["http://10.2.2.3/x", "10.1.0.0/16", false],
    ["https://169.254.169.254/x", "10.0.0.0/8", false],
    ["http://8.8.8.8/x", "10.0.0.0/8", false],
  ])("%s with %s listed: %s", (address, listed, ok) => {
    expect(decideTarget(address, [listed]).ok).toBe(ok);
  });

  it.each([
    ["all public", ["8.8.8.8", "2606:4700::1"], [], true],
    ["one of them inside", ["8.8.8.8", "10.0.0.5"], [], false],
    ["inside a listed network", ["10.0.0.5"], ["10.0.0.0/8"], true],
    ["one of them outside the listed network", ["10.0.0.5", "192.168.0.1"], ["10.0.0.0/8"], false],
    ["a mapped one inside", ["::ffff:10.0.0.5"], [], false],
  ])("a name may lead to addresses %s", (_, addresses, listed, ok) => {
    const target = decideTarget("https://hooks.example.org/x", listed) as Target;
    expect(decideAddresses(target, addresses, listed).ok).toBe(ok);
  });

  it("plain http leads into listed networks only", () => {
    const target = decideTarget("http://hooks.example.org/x", ["10.0.0.0/8"]) as Target;
    expect(decideAddresses(target, ["10.0.0.5"], ["10.0.0.0/8"]).ok).toBe(true);
    expect(decideAddresses(target, ["8.8.8.8"], ["10.0.0.0/8"]).ok).toBe(false);
  });

  it.each([
    ["http://chat.internal/x", /QUARTERDECK_OUTGOING_HOSTS/],
    ["https://127.0.0.1/x", /127\.0\.0\.1 is inside .*QUARTERDECK_OUTGOING_HOSTS/],
    ["https://0x7f.1/x", /127\.0\.0\.1 is inside/],
    ["https://2130706433/x", /127\.0\.0\.1 is inside/],
    ["https://[::ffff:10.0.0.1]/x", /inside/],
    ["https://169.254.169.254/latest", /inside/],
    ["https://user:pass@example.org/x", /name and password/],
    ["ftp://example.org/x", /https:\/\//],
    ["example.org/x", /https:\/\//],
  ])("is not %s", (address, words) => {
    const answer = decideTarget(address, []);
    expect(answer.ok).toBe(false);
    expect(answer.ok || answer.message).toMatch(words);
  });
});
