import type { Api } from "@/lib/http/api";
import { write } from "@/lib/http/route";
import { writtenDto } from "@/lib/incidents/dto";
import { keyParams, reasonInput } from "@/lib/incidents/schemas";
import { cancel } from "./cancel";
import { close } from "./close";
import { declareWithRunbook } from "./declare-with-runbook";
import { reopen } from "./reopen";
import { resolve } from "./resolve";
import { cancelInput, closeInput, declareRoomInput, resolveInput } from "./schemas";

const common = { tag: "Incidents", result: writtenDto } as const;
const one = { ...common, params: keyParams } as const;

/** How an incident begins and ends: what spans several features. */
export function incidentEndRoutes(api: Api): void {
  write(api, {
    ...common,
    method: "post",
    path: "/incidents",
    summary: "Declare an incident",
    body: declareRoomInput,
    status: 201,
    run: (ctx, { body }) => declareWithRunbook(ctx, body),
  });
  write(api, {
    ...one,
    method: "put",
    path: "/incidents/{key}/resolution",
    summary: "Resolve, with the final update",
    body: resolveInput,
    run: (ctx, { params, body }) => resolve(ctx, { ...params, ...body }),
  });
  write(api, {
    ...one,
    method: "put",
    path: "/incidents/{key}/cancellation",
    summary: "Cancel: a false alarm, or merged into another",
    body: cancelInput,
    run: (ctx, { params, body }) => cancel(ctx, { ...params, ...body }),
  });
  write(api, {
    ...one,
    method: "put",
    path: "/incidents/{key}/closure",
    summary: "Close",
    body: closeInput,
    run: (ctx, { params, body }) => close(ctx, { ...params, ...body }),
  });
  write(api, {
    ...one,
    method: "post",
    path: "/incidents/{key}/reopenings",
    summary: "Open again",
    body: reasonInput,
    run: (ctx, { params, body }) => reopen(ctx, { ...params, ...body }),
  });
}
