import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Where a request came from: the address of the socket or, behind trusted proxies, the right-most forwarded address
 * that is not one of them. What stands left of it anybody may have written.
 * @param socketAddress of the other end of the connection
 * @param forwarded the value of X-Forwarded-For, if there is one
 * @param trusted addresses and CIDR networks, from TRUSTED_PROXIES
 * @returns an IP address; an IPv4 address mapped into IPv6 comes as IPv4
 */
export function clientAddress(
  socketAddress: string,
  forwarded: string | undefined,
  trusted: readonly string[],
): string {
  let nearest = plain(socketAddress);
  for (const hop of (forwarded ?? "").split(",").reverse()) {
    if (!isTrustedProxy(nearest, trusted)) return nearest;
    const address = withoutPort(hop.trim());
    // A trusted proxy wrote something that is no address: it is the last one known.
    if (isIP(address) === 0) return nearest;
    nearest = plain(address);
  }
  return nearest;
}

/** Whether an address is one of the trusted proxies, whose forwarded headers count. */
export function isTrustedProxy(address: string, trusted: readonly string[]): boolean {
  return isWithin(address, trusted);
}

/**
 * Whether an IP address is in one of the networks.
 * @param networks addresses and CIDR networks; what is neither matches nothing
 */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0 || isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  return networks.some((network) => {
    const range = rangeOf(network);
    return range !== null && parsed.kind() === range[0].kind() && parsed.match(range);
  });
}

/**
 * Whom an address stands for where tries are counted: an IPv4 address itself, an IPv6 address its /64, all of which a
 * household or a server has (RFC 6177). What is no address comes back as it is.
 */
export function networkOf(address: string): string {
  if (isIP(address) === 0) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
}

function rangeOf(network: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  if (ipaddr.isValidCIDR(network)) return ipaddr.parseCIDR(network);
  if (isIP(network) === 0) return null;
  const address = ipaddr.process(network);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

function plain(address: string): string {
  return isIP(address) === 0 ? address : ipaddr.process(address).toString();
}

/** Some proxies write `203.0.113.9:4711` or `[2001:db8::1]:4711`. */
function withoutPort(hop: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1];
  if (bracketed) return bracketed;
  return /^[\d.]+:\d+$/.test(hop) ? hop.slice(0, hop.indexOf(":")) : hop;
}
