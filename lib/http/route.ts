import type { RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import type { BaseContext, Context, ReadContext } from "@/lib/db/context";
import type { Actor } from "@/lib/kernel/actor";
import type { Api } from "./api";
import { idempotencyKey, once } from "./idempotency";
import {
  honoPath,
  jsonBody,
  parsed,
  parseInput,
  signedIn,
  type ApiCall,
  type Infer,
  type Schema,
} from "./parse-request";
import { limitBody } from "./limit-body";
import { FOR_PERSON_HEADER, refuseForAnother } from "./for-person";
import { contentType, refuseCrossSite, refuseOtherTypes } from "./same-origin";

interface Described<Params, Query, Result> {
  /** A noun under /api/v1 with OpenAPI's braces: `/incidents/{key}/acknowledgement`. */
  path: string;
  summary: string;
  tag: string;
  params?: Params;
  query?: Query;
  result: Result;
}

export interface ReadRoute<P, Q, B, R> extends Described<P, Q, R> {
  /** Given when what is asked is too large for an address: then it is a POST that changes nothing. */
  body?: B;
  /** The largest body in bytes; 256 KiB unless told otherwise. */
  limit?: number;
  run: (ctx: ReadContext, input: { params: Infer<P>; query: Infer<Q>; body: Infer<B> }) => Promise<Infer<R>>;
}

export interface WriteRoute<P, Q, B, R, Before = undefined> extends Described<P, Q, R> {
  method: "post" | "put" | "patch" | "delete";
  body?: B;
  /** 200 unless told otherwise. */
  status?: 200 | 201;
  /** Where it depends: whether this answer tells of something new (201), or of what was there (200). */
  isNew?: (result: Infer<R>) => boolean;
  /** The same write again changes nothing: it needs no Idempotency-Key. */
  repeatable?: true;
  /** A file that may come instead of JSON, by its content types, what it stands for, and headers that come with it. */
  upload?: {
    types: readonly string[];
    body: (bytes: Uint8Array, headers: Headers) => unknown;
    headers?: Readonly<Record<string, z.ZodType>>;
  };
  /** Open to people who have not signed in (set-up, invitation, reset). */
  open?: true;
  /** The answer holds a secret and is not kept for retries. */
  secret?: true;
  /** The largest body in bytes; 256 KiB unless told otherwise. */
  limit?: number;
  /** What takes long and writes nothing, such as asking far ends: done before the transaction begins. */
  before?: (ctx: ReadContext, input: WriteInput<P, Q, B>) => Promise<Before>;
  run: (ctx: Context, input: WriteInput<P, Q, B> & { before: Before }) => Promise<Infer<R>>;
}

/** Either will do. */
const SECURITY: Record<string, string[]>[] = [{ session: [] }, { token: [] }];
interface WriteInput<P, Q, B> {
  params: Infer<P>;
  query: Infer<Q>;
  body: Infer<B>;
  address: string;
}

/** Mounts a read: parse, run the query as the signed-in actor, answer JSON. */
export function read<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  api: Api,
  route: ReadRoute<P, Q, B, R>,
): void {
  const method = route.body ? "post" : "get";
  describeRoute(api, method, route, { body: route.body });
  api.on(method.toUpperCase(), honoPath(route.path), limitBody(route.limit), async (c) => {
    const actor = signedIn(c.get("actor"));
    if (route.body && actor.kind === "token") refuseOtherTypes(c.req.raw);
    else if (route.body) refuseCrossSite(c.req.raw);
    const body = parsed(route.body, await jsonBody(c));
    const input = { ...parseInput(route, c), body };
    return c.json((await route.run({ db: api.parts.db, clock: api.parts.clock, actor }, input)) as object);
  });
}

/** Mounts a write: same origin, idempotency key, parse, run the verb in one transaction, answer JSON. */
export function write<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
  Before = undefined,
>(api: Api, route: WriteRoute<P, Q, B, R, Before>): void {
  const uploads = route.upload?.types ?? [];
  const headers = writeHeaders.extend(route.upload?.headers ?? {});
  describeRoute(api, route.method, route, {
    ...{ body: route.body, uploads, open: route.open },
    statuses: route.isNew ? [200, 201] : [route.status ?? 200],
    headers: route.repeatable ? headers.partial() : headers,
  });
  api.on(route.method.toUpperCase(), honoPath(route.path), limitBody(route.limit), async (c) => {
    const actor = route.open ? (c.get("actor") ?? anonymous) : signedIn(c.get("actor"));
    // No browser sends another site's token: only cookies come unasked.
    if (actor.kind === "token") refuseOtherTypes(c.req.raw, uploads);
    else refuseCrossSite(c.req.raw, uploads);
    refuseForAnother(c.req.raw.headers, actor);
    const key = idempotencyKey(c.req.raw.headers, route.repeatable);
    const isUpload = uploads.includes(contentType(c.req.raw));
    const sent = route.upload && isUpload ? await uploaded(c, route.upload.body) : await jsonBody(c);
    const input = {
      ...parseInput(route, c),
      body: parsed(route.body, sent),
      address: api.parts.clientAddress(c.req.raw),
    };
    const keepAnswer = !route.secret;
    const request = { key, method: c.req.method, path: c.req.path, body: sent, keepAnswer };
    const { db, clock } = api.parts;
    const { before } = route;
    const answer = await once(baseContext(api, c, actor), request, {
      before: before && (() => before({ db, clock, actor }, input)),
      run: async (ctx, done: Before) => {
        const body = await route.run(ctx, { ...input, before: done });
        const status = route.isNew ? (route.isNew(body) ? 201 : 200) : (route.status ?? 200);
        return { status, body };
      },
    });
    return c.json(answer.body as object, answer.status as 200);
  });
}

async function uploaded(
  c: ApiCall,
  body: (bytes: Uint8Array, headers: Headers) => unknown,
): Promise<unknown> {
  return body(new Uint8Array(await c.req.arrayBuffer()), c.req.raw.headers);
}

const writeHeaders = z.object({
  "idempotency-key": z.uuid().describe("New for every write; the same for a retry of it."),
  [FOR_PERSON_HEADER]: z
    .uuid()
    .optional()
    .describe("Who did it, by id; refused (401) when somebody else is signed in by now."),
});

/** Nobody in particular, acting through a one-time link; the verb checks the link. */
const anonymous: Actor = { kind: "system", id: null, via: "one-time-link" };

function baseContext(api: Api, c: ApiCall, actor: Actor): BaseContext {
  const { db, clock, signer } = api.parts;
  return { db, clock, signer, actor, requestId: c.get("requestId") };
}

function describeRoute(
  api: Api,
  method: "get" | WriteRoute<Schema, Schema, Schema, Schema>["method"],
  route: Described<Schema | undefined, Schema | undefined, Schema>,
  {
    body,
    uploads = [],
    statuses = [200],
    open,
    headers,
  }: {
    body?: Schema;
    uploads?: readonly string[];
    statuses?: readonly number[];
    open?: true;
    headers?: Schema;
  },
): void {
  const answer = { content: { "application/json": { schema: route.result } } };
  const done = statuses.length === 1 ? ["Done"] : ["Nothing new", "Something new"];
  const content = {
    ...Object.fromEntries(uploads.map((type) => [type, { schema: z.string() }])),
    "application/json": { schema: body as Schema },
  };
  const problem = { description: "Problem details (RFC 9457)", content: { "application/problem+json": {} } };
  const config = {
    method,
    path: route.path,
    summary: route.summary,
    tags: [route.tag],
    security: open ? [] : SECURITY,
    request: {
      params: route.params as never,
      query: route.query as never,
      headers: headers as never,
      ...(body && { body: { required: true, content } }),
    },
    responses: {
      ...Object.fromEntries(
        statuses.map((status, n) => [status, { description: done[n] ?? "Done", ...answer }]),
      ),
      default: problem,
    },
  } satisfies RouteConfig;
  api.openAPIRegistry.registerPath(config);
}
