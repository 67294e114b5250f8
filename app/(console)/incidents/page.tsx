import type { Metadata } from "next";
import { ListPage } from "@/components/incidents/list/list-page";
import { readFilters, writeFilters } from "@/components/incidents/list/filters.rules";
import { requireActor } from "@/lib/auth/current-actor";
import { listIncidents } from "@/lib/incidents/list";
import { listQuery } from "@/lib/incidents/list-filters";
import { parts } from "@/lib/server/parts";

export const metadata: Metadata = { title: "Incidents · Quarterdeck" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const params = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one] as [string, string]),
    ),
  );
  // What the address holds beyond the filters' vocabulary is left out, as the screen does.
  const search = writeFilters(readFilters(params), params.get("after"));
  const asked = listQuery.safeParse(queryOf(new URLSearchParams(search)));
  const query = asked.success ? asked.data : listQuery.parse({});
  const page = await listIncidents({ db, clock, actor }, query);
  return <ListPage initial={{ search: asked.success ? search : "", page }} />;
}

function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
