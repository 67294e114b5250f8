import type { Api } from "@/lib/http/api";
import { read } from "@/lib/http/route";
import { keyParams } from "@/lib/incidents/schemas";
import { draftDto } from "@/lib/updates/dto";
import { readUpdateDraft } from "./read-update-draft";

/** The draft of the next update: it spans the timeline, the checklists and the updates. */
export function updateDraftRoutes(api: Api): void {
  read(api, {
    path: "/incidents/{key}/update-draft",
    summary: "The next update as far as it is written",
    tag: "Updates",
    params: keyParams,
    result: draftDto,
    run: (ctx, { params }) => readUpdateDraft(ctx, params.key),
  });
}
