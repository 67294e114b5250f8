import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { keyParams } from "@/lib/incidents/schemas";
import { readSettings } from "@/lib/kernel/env";
import { id } from "@/lib/timeline/events/common";
import { addWebhook } from "./add-webhook";
import { changeWebhook } from "./change-webhook";
import { testedDto, webhookDto, webhooksDto } from "./dto";
import { listWebhooks, listWebhooksOf } from "./list-webhooks";
import { removeWebhook } from "./remove-webhook";
import { incidentWebhookParams, webhookChangeInput, webhookInput, webhookParams } from "./schemas";
import { testWebhook } from "./test-webhook";

const removed = z.object({ id });

/** Where word of incidents goes besides the room: for all incidents, or for one. */
export function webhooksRoutes(api: Api): void {
  forAll(api);
  forOne(api);
}

function forAll(api: Api): void {
  const common = { tag: "Webhooks" } as const;
  read(api, {
    ...common,
    path: "/webhooks",
    summary: "The webhooks for all incidents, without their addresses",
    result: webhooksDto,
    run: (ctx) => listWebhooks(ctx),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/webhooks",
    summary: "Add a webhook for all incidents",
    body: webhookInput,
    status: 201,
    result: webhookDto,
    run: (ctx, { body }) => addWebhook(ctx, { ...body, key: null, listedHosts: listedHosts() }),
  });
  write(api, {
    ...common,
    method: "patch",
    path: "/webhooks/{webhookId}",
    summary: "Change a webhook's name, address or what it is told",
    params: webhookParams,
    body: webhookChangeInput,
    result: webhookDto,
    run: (ctx, { params, body }) =>
      changeWebhook(ctx, { ...params, ...body, key: null, listedHosts: listedHosts() }),
  });
  write(api, {
    ...common,
    method: "delete",
    path: "/webhooks/{webhookId}",
    summary: "Remove a webhook",
    params: webhookParams,
    result: removed,
    run: (ctx, { params }) => removeWebhook(ctx, { ...params, key: null }),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/webhooks/{webhookId}/test",
    summary: "Send a test message",
    params: webhookParams,
    status: 201,
    result: testedDto,
    run: (ctx, { params }) => testWebhook(ctx, { ...params, key: null }),
  });
}

function forOne(api: Api): void {
  const common = { tag: "Webhooks", params: keyParams } as const;
  const one = { tag: "Webhooks", params: incidentWebhookParams } as const;
  read(api, {
    ...common,
    path: "/incidents/{key}/webhooks",
    summary: "Where the updates of an incident go",
    result: webhooksDto,
    run: (ctx, { params }) => listWebhooksOf(ctx, params.key),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/incidents/{key}/webhooks",
    summary: "Add a webhook for one incident",
    body: webhookInput,
    status: 201,
    result: webhookDto,
    run: (ctx, { params, body }) => addWebhook(ctx, { ...params, ...body, listedHosts: listedHosts() }),
  });
  write(api, {
    ...one,
    method: "patch",
    path: "/incidents/{key}/webhooks/{webhookId}",
    summary: "Change a webhook of one incident",
    body: webhookChangeInput,
    result: webhookDto,
    run: (ctx, { params, body }) => changeWebhook(ctx, { ...params, ...body, listedHosts: listedHosts() }),
  });
  write(api, {
    ...one,
    method: "delete",
    path: "/incidents/{key}/webhooks/{webhookId}",
    summary: "Remove a webhook of one incident",
    result: removed,
    run: (ctx, { params }) => removeWebhook(ctx, params),
  });
  write(api, {
    ...one,
    method: "post",
    path: "/incidents/{key}/webhooks/{webhookId}/test",
    summary: "Send a test message",
    status: 201,
    result: testedDto,
    run: (ctx, { params }) => testWebhook(ctx, params),
  });
}

function listedHosts(): readonly string[] {
  return readSettings().outgoingHosts;
}
