import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Refusal } from "@/lib/kernel/errors";
import { decideTarget, isPublic, refuseInner, type Target } from "./address.rules";

/** A target with the one address that was checked, to which the connection must go. */
export interface Resolved extends Target {
  address: string;
  family: 4 | 6;
}

/**
 * Checks an address of the outside down to the IP address behind it. A name that leads inside, even once, is refused
 * unless it is listed.
 */
export async function resolveTarget(
  address: string,
  listedHosts: readonly string[],
): Promise<Resolved | Refusal> {
  const target = decideTarget(address, listedHosts);
  if (!target.ok) return target;
  const found = await addressesOf(target.host);
  const first = found[0];
  if (!first)
    return { ok: false, code: "invalid", message: `There is no host ${target.host}. Check the address.` };
  if (!target.listed && !found.every((one) => isPublic(one.address))) return refuseInner(target.host);
  return { ...target, ...first };
}

/** The system's own patience with a silent name server is longer than ours. */
const LOOKUP_MS = 5_000;

async function addressesOf(host: string): Promise<{ address: string; family: 4 | 6 }[]> {
  const literal = isIP(host);
  if (literal) return [{ address: host, family: literal === 6 ? 6 : 4 }];
  const found = await Promise.race([lookup(host, { all: true }).catch(() => []), nothingAfter(LOOKUP_MS)]);
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

function nothingAfter(ms: number): Promise<never[]> {
  return new Promise((resolve) => {
    setTimeout(() => resolve([]), ms).unref();
  });
}
