import { describe, expect, it } from "vitest";
import { decideTarget, isPublic } from "./address.rules";

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
