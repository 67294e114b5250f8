import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { Resolved } from "./resolve";

/** How a request to the outside is made: to the very address that was checked, on a connection of its own. */
export function connectTo(target: Resolved) {
  const client = target.url.protocol === "https:" ? https : http;
  // No shared connections: each goes to the address that was checked for it.
  return { client, options: { agent: false, lookup: always(target) } as const };
}

/** Answers every question for an address with the one that was checked. */
function always({ address, family }: Resolved): LookupFunction {
  return (_host, options, answer) => {
    if (options.all) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
}

const reasons: Record<string, string> = {
  ABORT_ERR: "It did not answer in time.",
  ETIMEDOUT: "It did not answer in time.",
  ECONNREFUSED: "Nothing listens there.",
  ECONNRESET: "It hung up.",
  EHOSTUNREACH: "There is no way to that host.",
  ENETUNREACH: "There is no way to that host.",
};

/** What went wrong, in words that give away neither address nor content. */
export function wordsForError(error: unknown): string {
  const { code = "", name = "" } = error as NodeJS.ErrnoException;
  if (name === "TimeoutError" || name === "AbortError") return "It did not answer in time.";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))
    return "Its certificate is not one this console trusts.";
  return reasons[code] ?? "The connection failed.";
}
