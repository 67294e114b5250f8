import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { writtenDto } from "@/lib/incidents/dto";
import { keyParams } from "@/lib/incidents/schemas";
import { id } from "@/lib/timeline/events/common";
import { addFollowUp } from "./add-follow-up";
import { changeFollowUp, endFollowUp } from "./change-follow-up";
import { returnSummary, signOff } from "./decide";
import { reviewPageDto, savedDto, summaryDto, summaryStateDto } from "./dto";
import { listReviews } from "./list-reviews";
import { readSummary, readVersion } from "./read-summary";
import { savePart } from "./save-part";
import {
  changeFollowUpInput,
  decisionInput,
  endFollowUpInput,
  newFollowUpInput,
  savePartInput,
  summaryBody,
} from "./schemas";
import { submitSummary } from "./submit";

const tag = "Summaries";
const followUpParams = z.object({ followUpId: id });

export function summariesRoutes(api: Api): void {
  read(api, {
    ...{ path: "/reviews", summary: "Summaries by state, the most overdue first", tag },
    query: z.object({ state: summaryStateDto.optional(), after: id.optional() }),
    result: reviewPageDto,
    run: (ctx, { query }) => listReviews(ctx, query),
  });
  read(api, {
    ...{ path: "/incidents/{key}/summary", summary: "The post-incident summary", tag },
    params: keyParams,
    result: summaryDto,
    run: (ctx, { params }) => readSummary(ctx, params.key),
  });
  read(api, {
    ...{ path: "/incidents/{key}/summary/versions/{number}", summary: "One version of a summary", tag },
    params: keyParams.extend({ number: z.coerce.number().int().positive() }),
    result: z.object({ number: z.int(), sha256: z.string(), body: summaryBody }),
    run: (ctx, { params }) => readVersion(ctx, params.key, params.number),
  });
  write(api, {
    ...{ method: "put", path: "/incidents/{key}/summary/parts", summary: "Save a part of a summary", tag },
    params: keyParams,
    body: savePartInput,
    result: savedDto,
    run: (ctx, { params, body }) => savePart(ctx, { ...params, ...body }),
  });
  write(api, {
    ...{
      method: "put",
      path: "/incidents/{key}/summary/submission",
      summary: "Submit a summary for review",
      tag,
    },
    params: keyParams,
    result: writtenDto,
    run: (ctx, { params }) => submitSummary(ctx, params),
  });
  write(api, {
    ...{ method: "post", path: "/incidents/{key}/summary/sign-offs", summary: "Sign off a summary", tag },
    params: keyParams,
    body: decisionInput,
    result: writtenDto,
    run: (ctx, { params, body }) => signOff(ctx, { ...params, ...body }),
  });
  write(api, {
    ...{
      method: "post",
      path: "/incidents/{key}/summary/returns",
      summary: "Return a summary to its authors",
      tag,
    },
    params: keyParams,
    body: decisionInput,
    result: writtenDto,
    run: (ctx, { params, body }) => returnSummary(ctx, { ...params, ...body }),
  });
  write(api, {
    ...{ method: "post", path: "/incidents/{key}/follow-ups", summary: "Add a follow-up", tag },
    params: keyParams,
    body: newFollowUpInput,
    status: 201,
    result: writtenDto,
    run: (ctx, { params, body }) => addFollowUp(ctx, { ...params, ...body }),
  });
  write(api, {
    ...{ method: "patch", path: "/follow-ups/{followUpId}", summary: "Change a follow-up", tag },
    params: followUpParams,
    body: changeFollowUpInput,
    result: writtenDto,
    run: (ctx, { params, body }) => changeFollowUp(ctx, { ...params, ...body }),
  });
  write(api, {
    ...{ method: "put", path: "/follow-ups/{followUpId}/state", summary: "End or reopen a follow-up", tag },
    params: followUpParams,
    body: endFollowUpInput,
    result: writtenDto,
    run: (ctx, { params, body }) => endFollowUp(ctx, { ...params, ...body }),
  });
}
