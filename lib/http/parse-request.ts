import type { Context } from "hono";
import { z } from "zod";
import type { Actor } from "@/lib/kernel/actor";
import { Failure } from "@/lib/kernel/errors";
import type { Variables } from "./api";
import { namingValues } from "./valid-values.rules";

export type Schema = z.ZodType;
export type Infer<S> = S extends Schema ? z.infer<S> : undefined;
export type ApiCall = Context<{ Variables: Variables }>;

/** @throws Failure `unauthenticated` */
export function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new Failure("unauthenticated", "Sign in first.");
  return actor;
}

/** Path and query, parsed by the route's schemas. @throws ZodError, which is told as `invalid` */
export function parseInput<P, Q>(
  route: { params?: P; query?: Q },
  c: ApiCall,
): { params: Infer<P>; query: Infer<Q> } {
  return { params: parsed(route.params, c.req.param()), query: parsed(route.query, queryOf(c)) };
}

/** A value as a route's schema has it; undefined without one. @throws ZodError, which names the values of a choice */
export function parsed<S>(schema: S | undefined, value: unknown): Infer<S> {
  return (schema as Schema | undefined)?.parse(value, { error: namingValues }) as Infer<S>;
}

/** Repeated names become lists: ?service=a&service=b. */
function queryOf(c: ApiCall): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? "") : values,
    ]),
  );
}

/** The body as JSON; nothing is `{}`. @throws Failure `invalid` */
export async function jsonBody(c: ApiCall): Promise<unknown> {
  const text = await c.req.text();
  if (text === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Failure("invalid", "The body is not JSON.");
  }
}

/** The header in which the words come that belong to a file; for its route. */
export const descriptionHeader = {
  "x-description": z.string().optional().describe("What the file shows: UTF-8, percent-encoded."),
};

/** Those words; "" without them. @throws Failure `invalid` */
export function descriptionIn(headers: Headers): string {
  try {
    return decodeURIComponent(headers.get("x-description") ?? "");
  } catch {
    throw new Failure("invalid", "X-Description is not percent-encoded UTF-8.");
  }
}

/** OpenAPI's `/incidents/{key}` as Hono's `/incidents/:key`. */
export function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}
