import { createMiddleware } from "hono/factory";
import type { Api, Variables } from "@/lib/http/api";
import { Failure } from "@/lib/kernel/errors";
import { decideAttempt } from "./attempts/attempts.rules";
import { countAttempt, forgiveAttempt } from "./attempts/count-attempts";

/**
 * Limits tries of a signed-in person at a route that answers 403 to a wrong secret: counted outside the route's
 * transaction, forgiven by any other answer. A stolen session must not find the password out.
 */
export function limitTries(api: Api, path: string): void {
  const { db, clock, clientAddress } = api.parts;
  const middleware = createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const actor = c.get("actor");
    if (!actor?.id || c.req.method === "GET") return next();
    const attempt = { account: `${path}:${actor.id}`, address: clientAddress(c.req.raw) };
    const { tries, retryAt } = await countAttempt(db, clock.now(), attempt);
    if (!decideAttempt({ ...tries, pair: tries.account }).allowed) throw tooManyTries(retryAt);
    await next();
    if (c.res.status !== 403) await forgiveAttempt(db, clock.now(), attempt);
  });
  api.use(path, middleware);
}

function tooManyTries(retryAt: Date): Failure {
  return new Failure(
    "rate_limited",
    "Too many wrong tries. Wait a quarter of an hour, or ask for a reset link.",
    {
      retryAt: retryAt.toISOString(),
    },
  );
}
