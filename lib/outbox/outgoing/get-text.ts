import type { IncomingMessage } from "node:http";
import { connectTo, wordsForError } from "./connect";
import { resolveTarget, type Lookup, type Resolved } from "./resolve";

/** From the first byte to the last. */
const TIMEOUT_MS = 10_000;
/** More of an answer is not read. */
const MOST_BYTES = 64 * 1024;

export interface GetOptions {
  /** Sent as a bearer token. */
  secret?: string | null;
  /** What may be reached inside the own network: hosts, host:port, networks. */
  listedHosts: readonly string[];
  timeoutMs?: number;
  /** How names become addresses; the system's way when absent. */
  lookUp?: Lookup;
}

/** What came back, whatever its status; or why nothing did. */
export type Got =
  | { ok: true; ms: number; status: number; body: string }
  | { ok: false; ms: number; error: string };

/**
 * Asks by GET at the very address that was checked, under the rules of webhooks; follows no redirect, waits 10 seconds
 * and reads 64 KiB at most. An answer that is cut off by its length is the beginning of it.
 */
export async function getText(url: string, options: GetOptions): Promise<Got> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const target = await resolveTarget(url, options.listedHosts, options.lookUp);
    if (!target.ok) return { ok: false, ms: took(), error: target.message };
    const { status, bytes } = await ask(target, options);
    return { ok: true, ms: took(), status, body: new TextDecoder().decode(bytes) };
  } catch (error) {
    return { ok: false, ms: took(), error: wordsForError(error) };
  }
}

function ask(
  target: Resolved,
  { secret, timeoutMs = TIMEOUT_MS }: GetOptions,
): Promise<{ status: number; bytes: Uint8Array }> {
  const { client, options } = connectTo(target);
  return new Promise((resolve, reject) => {
    const request = client.request(
      target.url,
      {
        ...options,
        method: "GET",
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...(secret && { authorization: `Bearer ${secret}` }),
          accept: "application/json, text/plain;q=0.9, */*;q=0.5",
          "user-agent": "Quarterdeck",
          connection: "close",
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        beginningOf(answer).then((bytes) => resolve({ status, bytes }), reject);
      },
    );
    request.on("error", reject);
    request.end();
  });
}

async function beginningOf(answer: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop closes the connection: the rest may be endless.
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES);
}
