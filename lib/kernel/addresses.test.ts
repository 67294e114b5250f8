import { describe, expect, it } from "vitest";
import { clientAddress, isTrustedProxy, isWithin, networkOf } from "./addresses";

const proxies = ["10.0.0.0/8", "::1", "192.0.2.7"];

describe("where a request came from", () => {
  it.each([
    ["the socket, when nothing is forwarded", "203.0.113.9", undefined, "203.0.113.9"],
    ["the socket, when somebody else forwards", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["the socket of a trusted proxy that forwards nothing", "10.0.0.1", undefined, "10.0.0.1"],
    ["what a trusted proxy forwards", "10.0.0.1", "198.51.100.1", "198.51.100.1"],
    [
      "the right-most that is no proxy of ours",
      "10.0.0.1",
      "6.6.6.6, 198.51.100.1, 10.2.3.4",
      "198.51.100.1",
    ],
    ["not what the client wrote itself", "10.0.0.1", "10.9.9.9, 198.51.100.1", "198.51.100.1"],
    ["the left-most when all are ours", "10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"],
    ["the last known, when a proxy wrote no address", "10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"],
    ["the last known, when it wrote a number", "10.0.0.1", "198.51.100.1, 1", "10.0.0.1"],
    ["the last known, when it wrote nothing", "10.0.0.1", "", "10.0.0.1"],
    ["an IPv4 address, however it is mapped", "::ffff:203.0.113.9", undefined, "203.0.113.9"],
    ["behind a mapped proxy", "::ffff:192.0.2.7", "::ffff:198.51.100.1", "198.51.100.1"],
    ["without its port", "::1", "198.51.100.1:4711", "198.51.100.1"],
    ["without brackets", "::1", "[2001:db8::5]:4711", "2001:db8::5"],
    ["nothing, when the socket is gone", "", "198.51.100.1", ""],
  ])("%s", (_, socket, forwarded, expected) => {
    expect(clientAddress(socket, forwarded, proxies)).toBe(expected);
  });

  it("trusts nobody without a list", () => {
    expect(clientAddress("127.0.0.1", "198.51.100.1", [])).toBe("127.0.0.1");
    expect(isTrustedProxy("127.0.0.1", [])).toBe(false);
  });
});

describe("an address in a network", () => {
  it.each([
    ["10.0.0.0", ["10.0.0.0/8"], true],
    ["10.255.255.255", ["10.0.0.0/8"], true],
    ["11.0.0.0", ["10.0.0.0/8"], false],
    ["::ffff:10.1.1.1", ["10.0.0.0/8"], true],
    ["fd00::5", ["10.0.0.0/8", "fd00::/8"], true],
    ["10.0.0.7", ["10.0.0.7"], true],
    ["10.0.0.8", ["10.0.0.7"], false],
    ["10.0.0.7", ["chat.internal", "10.0.0.7/99"], false],
    ["chat.internal", ["0.0.0.0/0"], false],
  ])("%s in %s: %s", (address, networks, expected) => {
    expect(isWithin(address, networks)).toBe(expected);
  });
});

describe("whom an address stands for", () => {
  it.each([
    ["198.51.100.1", "198.51.100.1"],
    ["::ffff:198.51.100.1", "198.51.100.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["::1", "::/64"],
    ["unknown", "unknown"],
  ])("%s: %s", (address, expected) => {
    expect(networkOf(address)).toBe(expected);
  });
});
