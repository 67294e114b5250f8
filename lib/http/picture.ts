import type { ReadContext } from "@/lib/db/context";
import type { Api } from "./api";
import { honoPath, parseInput, signedIn, type Infer, type Schema } from "./parse-request";

export interface Picture {
  /** One that a browser shows and never runs. */
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Another one for other bytes. */
  version: string;
}

interface PictureRoute<P> {
  path: string;
  summary: string;
  tag: string;
  types: readonly string[];
  params: P;
  run: (ctx: ReadContext, input: { params: Infer<P> }) => Promise<Picture>;
}

/**
 * Mounts a read whose answer is an image. A browser may keep it for itself but asks each time, so that what was redacted,
 * or must not be seen any more, is not shown again.
 */
export function picture<P extends Schema>(api: Api, route: PictureRoute<P>): void {
  const { path, summary, tag, types } = route;
  api.openAPIRegistry.registerPath({
    ...{ method: "get", path, summary, tags: [tag], security: [{ session: [] }] },
    request: { params: route.params as never },
    responses: {
      200: { description: "The image", content: Object.fromEntries(types.map((type) => [type, {}])) },
      304: { description: "As you have it" },
    },
  });
  api.get(honoPath(path), async (c) => {
    const actor = signedIn(c.get("actor"));
    const { params } = parseInput<P, undefined>(route, c);
    const { mediaType, bytes, version } = await route.run(
      { db: api.parts.db, clock: api.parts.clock, actor },
      { params },
    );
    const headers = { etag: `"${version}"`, "cache-control": "private, no-cache", ...harmless };
    if (c.req.header("if-none-match") === headers.etag) return c.body(null, 304, headers);
    return c.body(bytes, 200, { ...headers, "content-type": mediaType });
  });
}

/** Opened by itself it is a picture in a page that may do nothing, and no other site may set it into its own. */
const harmless = {
  "x-content-type-options": "nosniff",
  "content-disposition": "inline",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox",
  "cross-origin-resource-policy": "same-origin",
};
