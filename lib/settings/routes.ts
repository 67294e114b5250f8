import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { addToCatalogue } from "./add-to-catalogue";
import { archiveInCatalogue } from "./archive-in-catalogue";
import { readCatalogue } from "./catalogue";
import { renameInCatalogue } from "./rename-in-catalogue";
import { restoreInCatalogue } from "./restore-in-catalogue";
import { catalogueDto, catalogueItemDto, idParams, nameInput, type CatalogueKind } from "./schemas";

/** Environments and services. */
export function settingsRoutes(api: Api): void {
  read(api, {
    path: "/catalogue",
    summary: "Environments and services, archived ones last",
    tag: "Settings",
    result: catalogueDto,
    run: (ctx) => readCatalogue(ctx),
  });
  catalogueRoutes(api, "environment", "/environments");
  catalogueRoutes(api, "service", "/services");
}

function catalogueRoutes(api: Api, kind: CatalogueKind, path: string): void {
  const common = { tag: "Settings", result: catalogueItemDto };
  write(api, {
    ...common,
    method: "post",
    path,
    summary: `Add: ${kind}`,
    status: 201,
    body: nameInput,
    run: (ctx, { body }) => addToCatalogue(ctx, { kind, ...body }),
  });
  write(api, {
    ...common,
    method: "patch",
    path: `${path}/{id}`,
    summary: `Rename: ${kind}`,
    params: idParams,
    body: nameInput,
    run: (ctx, { params, body }) => renameInCatalogue(ctx, { kind, ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "post",
    path: `${path}/{id}/archival`,
    summary: `Archive: ${kind}`,
    params: idParams,
    run: (ctx, { params }) => archiveInCatalogue(ctx, { kind, ...params }),
  });
  write(api, {
    ...common,
    method: "delete",
    path: `${path}/{id}/archival`,
    summary: `Restore: ${kind}`,
    params: idParams,
    run: (ctx, { params }) => restoreInCatalogue(ctx, { kind, ...params }),
  });
}
