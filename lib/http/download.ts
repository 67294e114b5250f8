import type { ReadContext } from "@/lib/db/context";
import type { Api } from "./api";
import { honoPath, parseInput, signedIn, type Infer, type Schema } from "./parse-request";

export interface Download {
  fileName: string;
  content: string | Uint8Array<ArrayBuffer>;
}

export interface DownloadRoute<P, Q> {
  path: string;
  summary: string;
  tag: string;
  /** The media type of the file. */
  type: string;
  params?: P;
  query?: Q;
  run: (ctx: ReadContext, input: { params: Infer<P>; query: Infer<Q> }) => Promise<Download>;
}

/** Mounts a read whose answer is a file. */
export function download<P extends Schema, Q extends Schema>(api: Api, route: DownloadRoute<P, Q>): void {
  const { path, summary, tag, type } = route;
  api.openAPIRegistry.registerPath({
    ...{ method: "get", path, summary, tags: [tag], security: [{ session: [] }] },
    request: { params: route.params as never, query: route.query as never },
    responses: { 200: { description: "The file", content: { [type]: {} } } },
  });
  api.get(honoPath(path), async (c) => {
    const actor = signedIn(c.get("actor"));
    const input = parseInput(route, c);
    const { fileName, content } = await route.run({ db: api.parts.db, clock: api.parts.clock, actor }, input);
    return c.body(content, 200, {
      "content-type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
      "content-disposition": disposition(fileName),
      "x-content-type-options": "nosniff",
    });
  });
}

/** RFC 6266: a plain name for old readers, the exact one in UTF-8. */
function disposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w.-]+/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
