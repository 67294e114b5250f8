import { OpenAPIHono } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import type { Db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import type { Clock } from "@/lib/kernel/clock";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { Signer } from "@/lib/kernel/signer";
import { problemFrom, type Problem } from "./problem";

/** What the API application is made from; the same in the listener, in Next and in tests. */
export interface ApiParts {
  db: Db;
  clock: Clock;
  signer: Signer;
  log: Logger;
  /** Who sends this request, or null. @throws Failure when a credential is there and wrong */
  authenticate: (request: Request) => Promise<Actor | null>;
  /** The address the request came from, after trusted proxies. */
  clientAddress: (request: Request) => string;
}

export interface Variables {
  requestId: string;
  log: Logger;
  actor: Actor | null;
}

export type Api = OpenAPIHono<{ Variables: Variables }> & { parts: ApiParts };

const BASE_PATH = "/api/v1";

/** An empty API application: request ids, errors as problem+json, server time. Features add their routes. */
export function createApi(parts: ApiParts): Api {
  const api = Object.assign(new OpenAPIHono<{ Variables: Variables }>().basePath(BASE_PATH), {
    parts,
  }) as Api;
  api.use(prepare(parts));
  api.onError((error, c) => {
    const problem = problemFrom(error, c.get("requestId"), c.get("log") ?? parts.log);
    const response = problemResponse(problem);
    if (problem.status === 401) response.headers.set("www-authenticate", challenge(c.req.raw));
    return response;
  });
  api.notFound((c) => {
    const failure = new Failure("not_found", `There is nothing at ${c.req.method} ${c.req.path}.`);
    return problemResponse(problemFrom(failure, c.get("requestId") ?? newId(), parts.log));
  });
  return api;
}

function prepare(parts: ApiParts) {
  return createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const begun = performance.now();
    const requestId = newId();
    const log = parts.log.child({ requestId });
    c.set("requestId", requestId);
    c.set("log", log);
    c.set("actor", await parts.authenticate(c.req.raw));
    await next();
    c.res.headers.set("x-request-id", requestId);
    c.res.headers.set("x-server-time", String(parts.clock.now().getTime()));
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
    // The route's pattern, never the address itself: addresses hold one-time links and what people look for.
    const facts = { method: c.req.method, route: routePath(c, -1), status: c.res.status };
    const [person, ms] = [c.get("actor")?.id, Math.round(performance.now() - begun)];
    log[c.req.method === "GET" ? "debug" : "info"]({ ...facts, ms, ...(person && { person }) }, "request");
  });
}

/** What a machine has to send (RFC 6750, section 3); a browser asks nobody for it. */
function challenge(request: Request): string {
  const scheme = 'Bearer realm="Quarterdeck"';
  return request.headers.has("authorization") ? `${scheme}, error="invalid_token"` : scheme;
}

function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
