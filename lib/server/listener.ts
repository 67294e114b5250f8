import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Api } from "@/lib/http/api";
import { clientAddress, isTrustedProxy } from "@/lib/kernel/addresses";
import type { Actor } from "@/lib/kernel/actor";
import { ADDRESS_HEADER, PATH_HEADER } from "./own-headers";
import { contentSecurityPolicy, newNonce, securityHeaders } from "./content-security-policy";
import type { Hub } from "./live/hub";
import type { Metrics } from "./metrics";
import type { Readiness } from "./readiness";
import { serveStream } from "./stream-requests";

export interface ListenerParts {
  api: Api;
  hub: Hub;
  metrics: Metrics;
  authenticate: (request: Request) => Promise<Actor | null>;
  ready: () => Promise<Readiness>;
  /** The script of the service worker. */
  serviceWorker: string;
  /** Next's handler: pages, next-auth, assets. */
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  trustedProxies: readonly string[];
  dev: boolean;
}

/** The one listener: health, streams, machine paths and the API here; the rest is Next's. */
export function createListener(parts: ListenerParts): Server {
  const api = getRequestListener(parts.api.fetch, { overrideGlobalObjects: false });
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const throughProxy = "x-forwarded-for" in request.headers || "forwarded" in request.headers;
    const address = trustOnlyOwnProxies(request, parts.trustedProxies);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path === "/api/health") return answer(response, 200, { status: "alive" });
    if (path === "/api/ready") return serveReady(response, parts);
    if (path === "/metrics") return serveMetrics(response, parts, throughProxy ? null : address);
    if (path === "/api/stream") {
      return serveStream(request, response, parts.hub, () => parts.authenticate(asRequest(request)));
    }
    if (path === "/service-worker.js") return serveServiceWorker(response, parts.serviceWorker);
    if (path.startsWith("/api/v1/")) {
      sayIfEmpty(request);
      measure(request, response, parts.metrics);
      return api(request, response);
    }
    const refusal = refuseBody(request);
    if (refusal) return answer(response, refusal.status, refusal);
    return servePage(request, response, parts);
  };
  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      parts.api.parts.log.error({ err: error }, "a request failed outside the application");
      if (!response.headersSent) answer(response, 500, { status: "failed" });
      else response.destroy();
    });
  });
}

/** Forwarded headers count only from a trusted proxy; from anybody else they are taken away. */
function trustOnlyOwnProxies(request: IncomingMessage, trusted: readonly string[]): string {
  const socketAddress = request.socket.remoteAddress ?? "";
  const forwarded = request.headers["x-forwarded-for"];
  const address = clientAddress(
    socketAddress,
    Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
    trusted,
  );
  if (!isTrustedProxy(socketAddress, trusted)) {
    for (const name of forwardedHeaders(request)) removeHeader(request, name);
  }
  setHeader(request, ADDRESS_HEADER, address);
  return address;
}

function serveServiceWorker(response: ServerResponse, script: string): void {
  response.writeHead(200, {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": "default-src 'none'; connect-src 'self'",
  });
  response.end(script);
}

/** What says nothing of its length has no body (RFC 9112, 6.3); the application's adapter is told so in figures. */
function sayIfEmpty(request: IncomingMessage): void {
  const { "content-length": length, "transfer-encoding": coding } = request.headers;
  if (length === undefined && coding === undefined) setHeader(request, "content-length", "0");
}

async function serveReady(response: ServerResponse, { ready }: ListenerParts): Promise<void> {
  const state = await ready();
  const isReady = Object.values(state).every(Boolean);
  answer(response, isReady ? 200 : 503, { status: isReady ? "ready" : "not ready", ...state });
}

/** @param address null for a request that came through a proxy: everybody looks local behind one */
async function serveMetrics(
  response: ServerResponse,
  { metrics }: ListenerParts,
  address: string | null,
): Promise<void> {
  if (!address || !isLoopback(address)) {
    return answer(response, 403, {
      status: "Metrics are served to this machine only; scrape through a local agent.",
    });
  }
  response
    .writeHead(200, { "content-type": metrics.registry.contentType })
    .end(await metrics.registry.metrics());
}

/** What Next is sent are forms of next-auth; nothing larger, and nothing whose end nobody knows, is read into memory. */
const PAGE_BODY_LIMIT = 16 * 1024;

function refuseBody({ headers }: IncomingMessage): { status: 411 | 413; title: string } | null {
  if (headers["transfer-encoding"] !== undefined) return { status: 411, title: "Send a Content-Length." };
  if (Number(headers["content-length"] ?? 0) <= PAGE_BODY_LIMIT) return null;
  return { status: 413, title: `This is larger than ${PAGE_BODY_LIMIT / 1024} KiB.` };
}

/** Next takes the nonce from the policy in the request's headers and puts it on its own scripts. */
function servePage(request: IncomingMessage, response: ServerResponse, parts: ListenerParts): Promise<void> {
  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce, parts.dev);
  setHeader(request, "content-security-policy", policy);
  setHeader(request, "x-nonce", nonce);
  setHeader(request, PATH_HEADER, request.url ?? "/");
  response.setHeader("content-security-policy", policy);
  return parts.pages(request, response);
}

function measure(request: IncomingMessage, response: ServerResponse, metrics: Metrics): void {
  const stop = metrics.requests.startTimer({ method: request.method ?? "GET" });
  response.on("finish", () => stop({ status: response.statusCode }));
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

/** Whatever a proxy may write: X-Forwarded-For, -Host, -Proto, -Port and their kin. */
function forwardedHeaders({ headers }: IncomingMessage): string[] {
  return Object.keys(headers).filter((name) => name === "forwarded" || name.startsWith("x-forwarded-"));
}

/** Sets it where both readers look: parsed headers (Next) and raw ones (the application's adapter). */
function setHeader(request: IncomingMessage, name: string, value: string): void {
  removeHeader(request, name);
  request.headers[name] = value;
  request.rawHeaders.push(name, value);
}

function removeHeader(request: IncomingMessage, name: string): void {
  delete request.headers[name];
  const raw = request.rawHeaders;
  for (let index = raw.length - 2; index >= 0; index -= 2) {
    if (raw[index]?.toLowerCase() === name) raw.splice(index, 2);
  }
}

function asRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string" && !name.startsWith(":")) headers.set(name, value);
  }
  return new Request(new URL(request.url ?? "/", "http://localhost"), { headers });
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.") || address.startsWith("::ffff:127.");
}
