import type { Posted } from "../message-kinds";
import { connectTo, wordsForError } from "./connect";
import { resolveTarget, type Lookup, type Resolved } from "./resolve";

/** From the first byte to the last; well under the lease of a message. */
const TIMEOUT_MS = 10_000;

export interface PostOptions {
  headers?: Readonly<Record<string, string>>;
  /** What may be reached inside the own network: hosts, host:port, networks. */
  listedHosts: readonly string[];
  timeoutMs?: number;
  /** How names become addresses; the system's way when absent. */
  lookUp?: Lookup;
}

/**
 * Posts JSON to the very address that was checked; follows no redirect, reads no answer but its status.
 * Source: OWASP's server-side request forgery cheat sheet.
 * @returns how long it took, and what went wrong in words that give away neither address nor content
 */
export async function postJson(url: string, body: object, options: PostOptions): Promise<Posted> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const target = await resolveTarget(url, options.listedHosts, options.lookUp);
    if (!target.ok) return { ok: false, ms: took(), error: target.message };
    const error = wordsFor(await send(target, JSON.stringify(body), options));
    return error === null ? { ok: true, ms: took() } : { ok: false, ms: took(), error };
  } catch (error) {
    return { ok: false, ms: took(), error: wordsForError(error) };
  }
}

/** @returns the status of the answer */
function send(
  target: Resolved,
  body: string,
  { headers, timeoutMs = TIMEOUT_MS }: PostOptions,
): Promise<number> {
  const { client, options } = connectTo(target);
  return new Promise((resolve, reject) => {
    const request = client.request(
      target.url,
      {
        ...options,
        method: "POST",
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...headers,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Quarterdeck",
          connection: "close",
        },
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        // What it says is of no use, and may be endless.
        answer.destroy();
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

function wordsFor(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `It answered with a redirect (${status}), which is not followed. Set the address it leads to.`;
  if (status === 429) return "It answered: too many messages (429).";
  if (status === 404 || status === 410) return `It answered that there is no such webhook (${status}).`;
  return status >= 500
    ? `It answered with an error of its own (${status}).`
    : `It refused the message (${status}).`;
}
