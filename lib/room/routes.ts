import type { Api } from "@/lib/http/api";
import { download } from "@/lib/http/download";
import { read } from "@/lib/http/route";
import { keyParams } from "@/lib/incidents/schemas";
import { roomDto } from "./dto";
import { exportSummary } from "./export-summary";
import { findTexts } from "./find-texts";
import { foundTextsDto, foundTextsQuery } from "./found-texts.dto";
import { readRoom } from "./read-room";

/** The room as a whole, and what was written in any. */
export function roomRoutes(api: Api): void {
  read(api, {
    path: "/incidents/{key}",
    summary: "An incident: its state and newest entries",
    tag: "Incidents",
    params: keyParams,
    result: roomDto,
    run: (ctx, { params }) => readRoom(ctx, params.key),
  });
  read(api, {
    path: "/incident-texts",
    summary: "What was written in incidents, found by its words",
    tag: "Incidents",
    query: foundTextsQuery,
    result: foundTextsDto,
    run: (ctx, { query }) => findTexts(ctx, query.q),
  });
  download(api, {
    path: "/incidents/{key}/summary.md",
    summary: "The post-incident summary as Markdown",
    tag: "Summaries",
    type: "text/markdown",
    params: keyParams,
    run: async (ctx, { params }) => {
      const { fileName, markdown } = await exportSummary(ctx, params.key);
      return { fileName, content: markdown };
    },
  });
}
