import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { download } from "@/lib/http/download";
import { read, write } from "@/lib/http/route";
import { id } from "@/lib/timeline/events/common";
import { setArchived } from "./archive";
import { changeDetails } from "./change-details";
import {
  importedDto,
  pinnedRunbookDto,
  previewDto,
  runbookDto,
  runbookPageDto,
  startersDto,
  suggestionsDto,
  tagsDto,
} from "./dto";
import { importRunbook } from "./import-runbook";
import { importStarters } from "./import-starters";
import { previewRunbook } from "./preview-runbook";
import { listRunbooks, listTags } from "./list-runbooks";
import { putRunbook } from "./put-runbook";
import { readPinned, readRunbook, readSource } from "./queries";
import {
  BODY_LIMIT,
  detailsInput,
  importInput,
  libraryFilters,
  previewInput,
  putInput,
  slug,
  suggestionQuery,
} from "./schemas";
import { suggest } from "./suggest";
import { setDetached } from "./sync/set-detached";

const tag = "Runbooks";
const slugParams = z.object({ slug });

export function runbooksRoutes(api: Api): void {
  read(api, {
    ...{ path: "/runbooks", summary: "The library", tag },
    query: libraryFilters.extend({ after: id.optional() }),
    result: runbookPageDto,
    run: (ctx, { query }) => listRunbooks(ctx, query),
  });
  read(api, {
    ...{ path: "/runbook-tags", summary: "Tags of the library", tag },
    result: tagsDto,
    run: (ctx) => listTags(ctx),
  });
  write(api, {
    ...{ method: "post", path: "/runbooks", summary: "Import a runbook, or a new version of one", tag },
    body: importInput,
    limit: 2 * BODY_LIMIT,
    status: 201,
    result: importedDto,
    run: (ctx, { body }) => importRunbook(ctx, body),
  });
  write(api, {
    ...{ method: "post", path: "/runbooks/starters", summary: "Add the starter runbooks", tag },
    status: 201,
    result: startersDto,
    run: (ctx) => importStarters(ctx),
  });
  read(api, {
    ...{ path: "/runbooks/previews", summary: "What an import would make of a document", tag },
    body: previewInput,
    // The document, the one before it, and what was changed about that one.
    limit: 3 * BODY_LIMIT,
    result: previewDto,
    run: (ctx, { body }) => previewRunbook(ctx, body),
  });
  read(api, {
    ...{ path: "/runbooks/suggestions", summary: "Runbooks that fit these words and services", tag },
    query: suggestionQuery,
    result: suggestionsDto,
    run: async (ctx, { query }) => ({ suggestions: await suggest(ctx, query) }),
  });
  read(api, {
    ...{ path: "/runbooks/{slug}", summary: "A runbook, its versions and its published text", tag },
    params: slugParams,
    result: runbookDto,
    run: (ctx, { params }) => readRunbook(ctx, params.slug),
  });
  write(api, {
    ...{ method: "put", path: "/runbooks/{slug}", summary: "Make a runbook, or its next version", tag },
    params: slugParams,
    query: z.object({ draft: z.stringbool().optional() }),
    body: putInput,
    upload: {
      types: ["text/markdown"],
      body: (bytes) => ({ sourceBase64: Buffer.from(bytes).toString("base64") }),
    },
    limit: BODY_LIMIT,
    repeatable: true,
    isNew: ({ saved }) => saved,
    result: importedDto,
    run: (ctx, { params, query, body }) => putRunbook(ctx, { ...params, ...query, ...body }),
  });
  write(api, {
    ...{ method: "put", path: "/runbooks/{slug}/archived", summary: "Archive or restore a runbook", tag },
    params: slugParams,
    body: z.object({ archived: z.boolean() }),
    result: slugParams,
    run: (ctx, { params, body }) => setArchived(ctx, { ...params, ...body }),
  });
  write(api, {
    ...{ method: "patch", path: "/runbooks/{slug}/details", summary: "Owner, tags, services, review", tag },
    params: slugParams,
    body: detailsInput,
    result: slugParams,
    run: (ctx, { params, body }) => changeDetails(ctx, { ...params, ...body }),
  });
  write(api, {
    ...{ method: "put", path: "/runbooks/{slug}/detached", tag },
    summary: "Take a runbook out of the hands of its folder, or give it back",
    params: slugParams,
    body: z.object({ detached: z.boolean() }),
    result: slugParams,
    run: (ctx, { params, body }) => setDetached(ctx, { ...params, ...body }),
  });
  read(api, {
    ...{ path: "/runbook-versions/{id}", summary: "A version as checklists are pinned to it", tag },
    params: z.object({ id }),
    query: z.object({ parser: z.coerce.number().int().positive().optional() }),
    result: pinnedRunbookDto,
    run: (ctx, { params, query }) => readPinned(ctx, params.id, query.parser),
  });
  download(api, {
    ...{ path: "/runbook-versions/{id}/source", summary: "A version's Markdown, byte for byte", tag },
    type: "text/markdown",
    params: z.object({ id }),
    run: async (ctx, { params }) => {
      const { source, fileName } = await readSource(ctx, params.id);
      return { content: new Uint8Array(source), fileName };
    },
  });
}
