import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { differenceDto, savedDto, versionContentDto, versionPageDto } from "../dto";
import {
  BODY_LIMIT,
  publishInput,
  restoreInput,
  saveInput,
  slug,
  versionNumber as number,
  writeInput,
} from "../schemas";
import { publishVersion } from "./publish-version";
import { readDifference } from "./read-difference";
import { listVersions, readVersion } from "./read-versions";
import { restoreVersion } from "./restore-version";
import { saveVersion } from "./save-version";
import { writeRunbook } from "./write-runbook";

const tag = "Runbooks";
const params = z.object({ slug });

export function runbookVersionsRoutes(api: Api): void {
  write(api, {
    ...{ method: "post", path: "/runbooks/written", summary: "Write a runbook in the console", tag },
    body: writeInput,
    limit: 2 * BODY_LIMIT,
    status: 201,
    result: savedDto,
    run: (ctx, { body }) => writeRunbook(ctx, body),
  });
  read(api, {
    ...{ path: "/runbooks/{slug}/versions", summary: "Versions of a runbook, newest first", tag, params },
    query: z.object({ before: number.optional() }),
    result: versionPageDto,
    run: (ctx, { params, query }) => listVersions(ctx, params.slug, query),
  });
  write(api, {
    ...{ method: "post", path: "/runbooks/{slug}/versions", summary: "Save a new version", tag, params },
    body: saveInput,
    limit: 2 * BODY_LIMIT,
    status: 201,
    result: savedDto,
    run: (ctx, { params, body }) => saveVersion(ctx, { ...params, ...body }),
  });
  read(api, {
    ...{ path: "/runbooks/{slug}/versions/{number}", summary: "A version with its Markdown", tag },
    params: params.extend({ number }),
    result: versionContentDto,
    run: (ctx, { params }) => readVersion(ctx, params.slug, params.number),
  });
  read(api, {
    ...{ path: "/runbooks/{slug}/differences", summary: "What changed from one version to another", tag },
    params,
    query: z.object({ from: number, to: number }),
    result: differenceDto,
    run: (ctx, { params, query }) => readDifference(ctx, { ...params, ...query }),
  });
  write(api, {
    ...{ method: "post", path: "/runbooks/{slug}/restorations", tag, params },
    summary: "Bring an earlier version back as a new one",
    body: restoreInput,
    status: 201,
    result: savedDto,
    run: (ctx, { params, body }) => restoreVersion(ctx, { ...params, ...body }),
  });
  write(api, {
    ...{
      method: "put",
      path: "/runbooks/{slug}/published-version",
      summary: "Publish a version",
      tag,
      params,
    },
    body: publishInput,
    result: savedDto,
    run: (ctx, { params, body }) => publishVersion(ctx, { ...params, ...body }),
  });
}
