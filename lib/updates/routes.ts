import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { writtenDto } from "@/lib/incidents/dto";
import { keyParams } from "@/lib/incidents/schemas";
import { id } from "@/lib/timeline/events/common";
import { correctUpdate } from "./correct-update";
import { deliveriesDto, keptDraftDto, updatesDto } from "./dto";
import { listDeliveries } from "./list-deliveries";
import { listUpdates } from "./list-updates";
import { postStatusUpdate } from "./post-status-update";
import { retryDelivery } from "./retry-delivery";
import { saveDraft } from "./save-draft";
import {
  correctionInput,
  deliveryParams,
  draftInput,
  snoozeInput,
  updateInput,
  updateParams,
} from "./schemas";
import { snooze } from "./snooze";

const common = { tag: "Updates", params: keyParams } as const;

/** Status updates, their clock, and what becomes of them on their way out. */
export function updatesRoutes(api: Api): void {
  read(api, {
    ...common,
    path: "/incidents/{key}/updates",
    summary: "Every posted update with its corrections",
    result: updatesDto,
    run: (ctx, { params }) => listUpdates(ctx, params.key),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/incidents/{key}/updates",
    summary: "Post the status update that is due",
    body: updateInput,
    status: 201,
    result: writtenDto,
    run: (ctx, { params, body }) => postStatusUpdate(ctx, { ...params, ...body }),
  });
  write(api, {
    tag: "Updates",
    params: updateParams,
    method: "post",
    path: "/incidents/{key}/updates/{number}/corrections",
    summary: "Correct a posted update",
    body: correctionInput,
    status: 201,
    result: writtenDto,
    run: (ctx, { params, body }) => correctUpdate(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/incidents/{key}/clock/snooze",
    summary: "Move the open slot once, with a reason",
    body: snoozeInput,
    result: writtenDto,
    run: (ctx, { params, body }) => snooze(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/incidents/{key}/update-draft",
    summary: "Keep the next update as it is being written",
    body: draftInput,
    limit: 512 * 1024,
    result: keptDraftDto,
    run: (ctx, { params, body }) => saveDraft(ctx, { ...params, ...body }),
  });
  read(api, {
    ...common,
    path: "/incidents/{key}/deliveries",
    summary: "What became of each update on its way to each webhook",
    result: deliveriesDto,
    run: (ctx, { params }) => listDeliveries(ctx, params.key),
  });
  write(api, {
    tag: "Updates",
    params: deliveryParams,
    method: "post",
    path: "/incidents/{key}/deliveries/{deliveryId}/retry",
    summary: "Try a delivery again now",
    status: 201,
    result: z.object({ id }),
    run: (ctx, { params }) => retryDelivery(ctx, params),
  });
}
