import type { Actor } from "@/lib/kernel/actor";
import { addressOf } from "@/lib/server/own-headers";
import { parts } from "@/lib/server/parts";
import { authenticate } from "./session";
import { authenticateToken, bearerOf } from "./tokens/authenticate-token";

/**
 * Who sends this request to the API: the machine whose token it brings, whatever cookies came along; else who is
 * signed in; else null. Streams and pages are for people: they ask `authenticate`.
 * @throws Failure for a token that does not work
 */
export async function whoAsks(request: Request): Promise<Actor | null> {
  const token = bearerOf(request);
  if (token === null) return authenticate(request);
  return authenticateToken(await parts(), token, addressOf(request));
}
