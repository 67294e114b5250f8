import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Failure } from "@/lib/kernel/errors";

const BODY_LIMIT = 256 * 1024;
const MIB = 1024 * 1024;

/**
 * Refuses larger bodies. Where the request says how long its body is, that counts, and nothing is read: Hono's own
 * middleware makes a stream of every body first, which costs a small write more than parsing it.
 * @param limit in bytes
 * @returns a handler that throws Failure `too_large`
 */
export function limitBody(limit = BODY_LIMIT): MiddlewareHandler {
  const refuse = () => {
    const most = limit < MIB ? `${Math.round(limit / 1024)} KiB` : `${Math.round(limit / MIB)} MB`;
    throw new Failure("too_large", `This is larger than ${most}.`);
  };
  const counting = bodyLimit({ maxSize: limit, onError: refuse });
  return (c, next) => {
    const length = saidLength(c);
    if (length === null) return counting(c, next);
    if (!(length <= limit)) refuse();
    return next() as Promise<undefined>;
  };
}

/** In bytes, NaN for what is no number; null where only counting tells. Node reads no more of a body than was said. */
function saidLength({ req }: Context): number | null {
  if (req.header("transfer-encoding") !== undefined) return null;
  const length = req.header("content-length");
  return length === undefined ? null : Number(length);
}
