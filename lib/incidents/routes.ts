import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { download } from "@/lib/http/download";
import { read, write } from "@/lib/http/route";
import { acknowledge } from "./acknowledge";
import { commandRoutes } from "./command.routes";
import { listDto, writtenDto } from "./dto";
import { editFacts } from "./edit-facts";
import { exportCsv } from "./export-csv";
import { listIncidents } from "./list";
import { listFilters, listQuery } from "./list-filters";
import { moveStatus } from "./move-status";
import { notePresence } from "./note-presence";
import { peopleInIncidentRoutes } from "./people.routes";
import { editFactsInput, keyParams, statusInput } from "./schemas";

const one = { tag: "Incidents", params: keyParams, result: writtenDto } as const;

/** Incidents: the list, their facts and status, command and people. */
export function incidentsRoutes(api: Api): void {
  read(api, {
    path: "/incidents",
    summary: "The list: what needs attention first",
    tag: "Incidents",
    query: listQuery,
    result: listDto,
    run: (ctx, { query }) => listIncidents(ctx, query),
  });
  download(api, {
    path: "/incidents.csv",
    summary: "The list as CSV",
    tag: "Incidents",
    type: "text/csv",
    query: listFilters,
    run: async (ctx, { query }) => ({ fileName: "incidents.csv", content: await exportCsv(ctx, query) }),
  });
  write(api, {
    ...one,
    method: "patch",
    path: "/incidents/{key}",
    summary: "Put facts right",
    body: editFactsInput,
    run: (ctx, { params, body }) => editFacts(ctx, { ...params, ...body }),
  });
  write(api, {
    ...one,
    method: "put",
    path: "/incidents/{key}/acknowledgement",
    summary: "I have command",
    run: (ctx, { params }) => acknowledge(ctx, params),
  });
  write(api, {
    ...one,
    method: "put",
    path: "/incidents/{key}/status",
    summary: "Move between investigating, mitigating and monitoring",
    body: statusInput,
    run: (ctx, { params, body }) => moveStatus(ctx, { ...params, ...body }),
  });
  write(api, {
    method: "post",
    path: "/incidents/{key}/presence",
    summary: "I am active in the room",
    tag: "Incidents",
    params: keyParams,
    result: z.object({ activeAt: z.number() }),
    run: (ctx, { params }) => notePresence(ctx, params),
  });
  commandRoutes(api);
  peopleInIncidentRoutes(api);
}
