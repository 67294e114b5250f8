import { redirect } from "next/navigation";
import { readFilters, writeFilters } from "@/components/runbooks/filters.rules";
import { Library } from "@/components/runbooks/library";
import { requireActor } from "@/lib/auth/current-actor";
import { paramsOf, queryOf } from "@/lib/kernel/search-params";
import { listRunbooks } from "@/lib/runbooks/list-runbooks";
import { libraryFilters } from "@/lib/runbooks/schemas";
import { parts } from "@/lib/server/parts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RunbooksPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const search = writeFilters(readFilters(paramsOf(await searchParams)));
  const asked = libraryFilters.safeParse(queryOf(new URLSearchParams(search)));
  if (!asked.success) redirect("/runbooks");
  return <Library initial={{ search, page: await listRunbooks({ db, clock, actor }, asked.data) }} />;
}
