import ipaddr from "ipaddr.js";
import type { Refusal } from "@/lib/kernel/errors";

/** Where a request to the outside may go, as far as its address alone says. */
export interface Target {
  ok: true;
  url: URL;
  /** Without the brackets of an IPv6 address, in lower case. */
  host: string;
  /** The administrator listed it: it may be inside the own network, and without TLS. */
  listed: boolean;
}

/**
 * Whether an address may be called: https, or http to a listed host; no credentials; no inner address unless listed.
 * @param listedHosts names or addresses from QUARTERDECK_OUTGOING_HOSTS, in lower case
 */
export function decideTarget(address: string, listedHosts: readonly string[]): Target | Refusal {
  if (!URL.canParse(address)) return refuse("Give the whole address, beginning with https://.");
  const url = new URL(address);
  const host = url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  const listed = listedHosts.includes(host);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return refuse("The address must begin with https://.");
  if (url.username || url.password) return refuse("Take the name and password out of the address.");
  if (url.protocol === "http:" && !listed) {
    return refuse(
      `Use https://. Plain http is only for hosts listed in QUARTERDECK_OUTGOING_HOSTS, and ${host} is not.`,
    );
  }
  if (!listed && ipaddr.isValid(host) && !isPublic(host)) return refuseInner(host);
  return { ok: true, url, host, listed };
}

/**
 * Whether an IP address belongs to the public internet: neither private, loopback, link-local, carrier-grade, nor
 * one that carries another address within it (IPv4-mapped, NAT64, 6to4, Teredo). Source: IANA's special-purpose
 * address registries, as ipaddr.js has them.
 */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === "unicast";
}

/** The refusal of a host inside the own network; it names the setting that would allow it. */
export function refuseInner(host: string): Refusal {
  return refuse(
    `${host} is inside the console's own network. The administrator can allow it: add it to QUARTERDECK_OUTGOING_HOSTS.`,
  );
}

function refuse(message: string): Refusal {
  return { ok: false, code: "invalid", message };
}
