import { redirect } from "next/navigation";
import { ListPage } from "@/components/incidents/list/list-page";
import { readFilters, writeFilters } from "@/components/incidents/list/filters.rules";
import { requireActor } from "@/lib/auth/current-actor";
import type { ListDto } from "@/lib/incidents/dto";
import { listIncidents } from "@/lib/incidents/list";
import { listQuery } from "@/lib/incidents/list-filters";
import { Failure } from "@/lib/kernel/errors";
import { paramsOf, queryOf } from "@/lib/kernel/search-params";
import { parts } from "@/lib/server/parts";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const params = paramsOf(await searchParams);
  // What the address holds beyond the filters' vocabulary is left out, as the screen does.
  const search = writeFilters(readFilters(params), params.get("after"));
  const ctx = { db, clock, actor };
  const asked = listQuery.safeParse(queryOf(new URLSearchParams(search)));
  const page = asked.success ? await pageOrNull(ctx, asked.data) : null;
  if (page) return <ListPage initial={{ search, page }} />;
  redirect("/incidents");
}

/** Null for a page that no page has named. */
async function pageOrNull(...[ctx, query]: Parameters<typeof listIncidents>): Promise<ListDto | null> {
  try {
    return await listIncidents(ctx, query);
  } catch (error) {
    if (error instanceof Failure && error.code === "invalid") return null;
    throw error;
  }
}
