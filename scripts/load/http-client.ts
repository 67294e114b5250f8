import { randomUUID } from "node:crypto";
import { Agent, request, type IncomingHttpHeaders } from "node:http";

export interface CallOptions {
  /** The session's cookie, `name=value`; absent: nobody is signed in. */
  cookie?: string;
  /** Idempotency-Key of a write; absent: a new one. */
  key?: string;
  /** Hangs up. */
  signal?: AbortSignal;
}

export interface Answer<T> {
  status: number;
  headers: IncomingHttpHeaders;
  body: T;
}

export interface HttpClient {
  /** Calls the API as a screen does. @param path under /api/v1, as `/incidents` @throws NoAnswer */
  call<T>(method: Method, path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>>;
  /** Sends anything to any path and gives the text. @throws NoAnswer */
  send(options: RawRequest): Promise<Answer<string>>;
  /** Closes the connections that are kept open. */
  close(): void;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RawRequest {
  method: Method;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

/** Nobody knows whether the request had an effect: no connection, or it broke before the whole answer was there. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

const SILENCE_MS = 20_000;

/**
 * A small HTTP/1.1 client that keeps its connections open and retries nothing by itself.
 * @param baseUrl of the console, without a slash at the end
 * @param connections open at most
 */
export function httpClient(baseUrl: string, connections = 64): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (raw: RawRequest) => sendOnce(baseUrl, agent, raw);
  return {
    send,
    call: async <T>(method: Method, path: string, body?: unknown, options: CallOptions = {}) => {
      const headers = apiHeaders(baseUrl, method, options);
      const text = method === "GET" ? undefined : JSON.stringify(body ?? {});
      const { signal } = options;
      const answer = await send({ method, path: `/api/v1${path}`, headers, body: text, signal });
      return { ...answer, body: parse<T>(answer.body) };
    },
    close: () => agent.destroy(),
  };
}

function apiHeaders(baseUrl: string, method: Method, options: CallOptions): Record<string, string> {
  return {
    ...(options.cookie && { cookie: options.cookie }),
    ...(method !== "GET" && {
      "content-type": "application/json",
      "idempotency-key": options.key ?? randomUUID(),
      origin: baseUrl,
    }),
  };
}

function sendOnce(baseUrl: string, agent: Agent, raw: RawRequest): Promise<Answer<string>> {
  const { method, path, headers, body = "", signal } = raw;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new NoAnswer(error.message));
    const length = method === "GET" ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options = { agent, method, signal, timeout: SILENCE_MS, headers: { ...headers, ...length } };
    const sent = request(baseUrl + path, options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("error", fail);
      // Also when the connection breaks in the middle: then it is not complete.
      response.on("close", () => {
        if (!response.complete) return fail(new Error("the answer broke off"));
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    sent.on("error", fail);
    sent.on("timeout", () => sent.destroy(new Error(`silent for ${SILENCE_MS / 1_000} s`)));
    sent.end(body);
  });
}

function parse<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new NoAnswer(`not JSON: ${text.slice(0, 200)}`);
  }
}
