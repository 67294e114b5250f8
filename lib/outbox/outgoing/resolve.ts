import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Refusal } from "@/lib/kernel/errors";
import { decideAddresses, decideTarget, type Target } from "./address.rules";

/** A target with the one address that was checked, to which the connection must go. */
export interface Resolved extends Target {
  address: string;
  family: 4 | 6;
}

/** Answers with every IP address of a name; none when there is no such name. */
export type Lookup = (host: string) => Promise<string[]>;

/**
 * Checks an address of the outside down to the IP address behind it. A name that leads inside, even once, is refused
 * unless it is listed.
 * @param listedHosts from QUARTERDECK_OUTGOING_HOSTS
 * @param lookUp asked once; what it says later makes no difference
 */
export async function resolveTarget(
  address: string,
  listedHosts: readonly string[],
  lookUp: Lookup = bySystem,
): Promise<Resolved | Refusal> {
  const target = decideTarget(address, listedHosts);
  if (!target.ok) return target;
  const found = isIP(target.host) ? [target.host] : await lookUp(target.host);
  const first = found[0];
  if (!first)
    return { ok: false, code: "invalid", message: `There is no host ${target.host}. Check the address.` };
  const decided = decideAddresses(target, found, listedHosts);
  return decided.ok ? { ...decided, address: first, family: isIP(first) === 6 ? 6 : 4 } : decided;
}

/** The system's own patience with a silent name server is longer than ours. */
const LOOKUP_MS = 5_000;

async function bySystem(host: string): Promise<string[]> {
  const found = await Promise.race([lookup(host, { all: true }).catch(() => []), nothingAfter(LOOKUP_MS)]);
  return found.map(({ address }) => address);
}

function nothingAfter(ms: number): Promise<never[]> {
  return new Promise((resolve) => {
    setTimeout(() => resolve([]), ms).unref();
  });
}
