import ipaddr from "ipaddr.js";
import { isWithin } from "@/lib/kernel/addresses";
import type { Refusal } from "@/lib/kernel/errors";

/** Where a request to the outside may go, as far as its address alone says. */
export interface Target {
  ok: true;
  url: URL;
  /** Without the brackets of an IPv6 address, in lower case. */
  host: string;
  /** The administrator listed it by name: it may be inside the own network, and without TLS. */
  listed: boolean;
}

/**
 * Whether an address may be called, before its name is looked up: https, or http to a listed host; no credentials.
 * @param listedHosts from QUARTERDECK_OUTGOING_HOSTS, in lower case: `host`, `host:port`, an address or a CIDR network
 */
export function decideTarget(address: string, listedHosts: readonly string[]): Target | Refusal {
  if (!URL.canParse(address)) return refuse("Give the whole address, beginning with https://.");
  const url = new URL(address);
  const host = url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return refuse("The address must begin with https://.");
  if (url.username || url.password) return refuse("Take the name and password out of the address.");
  const target = { ok: true, url, host, listed: isListed(url, host, listedHosts) } as const;
  if (ipaddr.isValid(host)) return decideAddresses(target, [host], listedHosts);
  // Whether a name leads into a listed network shows when it is looked up.
  const mayLeadInside = target.listed || listedHosts.some((one) => one.includes("/"));
  return url.protocol === "http:" && !mayLeadInside ? refusePlain(host) : target;
}

/**
 * Whether a target may be called at the addresses its name leads to: all of them public, or inside only where listed.
 * @param addresses IP addresses, at least one
 */
export function decideAddresses(
  target: Target,
  addresses: readonly string[],
  listedHosts: readonly string[],
): Target | Refusal {
  const { url, host, listed } = target;
  if (listed) return target;
  const isInListedNetwork = (address: string) => isWithin(address, listedHosts);
  if (!addresses.every((one) => isPublic(one) || isInListedNetwork(one))) return refuseInner(host);
  return url.protocol === "http:" && !addresses.every(isInListedNetwork) ? refusePlain(host) : target;
}

/**
 * Whether an IP address belongs to the public internet: neither private, loopback, link-local, carrier-grade, nor
 * one that carries another address within it (IPv4-mapped, NAT64, 6to4, Teredo). Source: IANA's special-purpose
 * address registries, as ipaddr.js has them; of IPv6, IANA has given out 2000::/3 only.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || isWithin(address, ["2000::/3"]));
}

function isListed(url: URL, host: string, listedHosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const names = [host, `[${host}]`].flatMap((name) => [name, `${name}:${port}`]);
  return names.some((name) => listedHosts.includes(name));
}

function refusePlain(host: string): Refusal {
  return refuse(
    `Use https://. Plain http is only for hosts listed in QUARTERDECK_OUTGOING_HOSTS, and ${host} is not.`,
  );
}

function refuseInner(host: string): Refusal {
  return refuse(
    `${host} is inside the console's own network. To allow it, add it to QUARTERDECK_OUTGOING_HOSTS.`,
  );
}

function refuse(message: string): Refusal {
  return { ok: false, code: "invalid", message };
}
