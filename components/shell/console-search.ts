import { apiGet } from "@/components/api/fetch";
import type { ListDto } from "@/lib/incidents/dto";
import type { RunbookPageDto } from "@/lib/runbooks/dto";
import type { CommandGroup } from "./commands";

const AT_MOST = 5;

/** What the palette finds for typed words: incidents by key or title, runbooks by any of their words. */
export async function searchConsole(query: string, signal: AbortSignal): Promise<readonly CommandGroup[]> {
  const q = encodeURIComponent(query);
  const [incidents, library] = await Promise.all([
    apiGet<ListDto>(`/incidents?q=${q}`, { signal }),
    apiGet<RunbookPageDto>(`/runbooks?q=${q}`, { signal }),
  ]);
  const groups: CommandGroup[] = [
    {
      heading: "Incidents",
      commands: incidents.rows.slice(0, AT_MOST).map(({ id, key, title }) => ({
        ...{ id, label: title, hint: key, words: query },
        icon: "incident",
        href: `/incidents/${key}`,
      })),
    },
    {
      heading: "Runbooks",
      commands: library.runbooks.slice(0, AT_MOST).map(({ id, slug, title }) => ({
        ...{ id, label: title, words: query },
        icon: "runbook",
        href: `/runbooks/${slug}`,
      })),
    },
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}
