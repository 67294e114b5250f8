"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { directoryKey } from "@/components/api/directory";
import { apiGet } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import type { Catalogue, CatalogueItem, CatalogueKind } from "@/lib/settings/schemas";

const catalogueKey = ["catalogue"] as const;

/** Environments and services. @param first what the server rendered */
export function useCatalogue(first: Catalogue): Catalogue {
  return useQuery({
    queryKey: catalogueKey,
    queryFn: ({ signal }) => apiGet<Catalogue>("/catalogue", { signal }),
    initialData: first,
  }).data;
}

/** What can be done with environments or services. */
export type CatalogueChange =
  | { act: "add"; name: string }
  | { act: "rename"; id: string; name: string }
  | { act: "archive" | "restore"; id: string };

/** Changes environments or services; lists and names follow. */
export function useChangeCatalogue(kind: CatalogueKind) {
  const client = useQueryClient();
  return useWrite<CatalogueItem, CatalogueChange>((change) => requestFor(`/${kind}s`, change), {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: catalogueKey });
      void client.invalidateQueries({ queryKey: directoryKey });
    },
  });
}

function requestFor(path: string, change: CatalogueChange) {
  switch (change.act) {
    case "add":
      return { method: "POST", path, body: { name: change.name } } as const;
    case "rename":
      return { method: "PATCH", path: `${path}/${change.id}`, body: { name: change.name } } as const;
    case "archive":
      return { method: "POST", path: `${path}/${change.id}/archival` } as const;
    case "restore":
      return { method: "DELETE", path: `${path}/${change.id}/archival` } as const;
  }
}
