import type { QueryClient } from "@tanstack/react-query";
import { directoryQuery } from "@/components/api/directory";
import { apiGet } from "@/components/api/fetch";
import type { ListDto } from "@/lib/incidents/dto";
import type { RunbookPageDto } from "@/lib/runbooks/dto";
import type { CommandGroup, CommandSearch } from "./commands";
import { isSearchable } from "@/lib/room/find-texts.rules";
import type { FoundTextsDto } from "@/lib/room/found-texts.dto";
import { searchWords } from "@/lib/runbooks/search-text.rules";
import { placeOf, subjectOf } from "./found-texts.rules";
import { namesFor, searchFor } from "./console-search.rules";
import { rankOf } from "./palette.rules";

const AT_MOST = 5;

/**
 * What the palette finds for typed words: incidents by key or title, what was written in them, runbooks by any of their
 * words, people by name.
 * A leading "runbook", "incident" or "person" looks only there.
 */
export function consoleSearch(client: QueryClient): CommandSearch {
  return async (query, signal) => {
    const { words, places } = searchFor(query);
    const look = (place: (typeof places)[number], find: () => Promise<CommandGroup>) =>
      places.includes(place) ? [find()] : [];
    const groups = await Promise.all([
      ...look("incidents", () => incidents(words, signal)),
      ...(isSearchable(words) ? look("incidents", () => texts(words, client, signal)) : []),
      ...look("runbooks", () => runbooks(words, signal)),
      ...look("people", () => people(words, client)),
    ]);
    return groups.filter(({ commands }) => commands.length > 0);
  };
}

async function incidents(words: string, signal: AbortSignal): Promise<CommandGroup> {
  const { rows } = await apiGet<ListDto>(`/incidents?q=${encodeURIComponent(words)}`, { signal });
  return {
    heading: "Incidents",
    commands: rows.slice(0, AT_MOST).map(({ id, key, title }) => ({
      ...{ id, label: title, hint: key },
      icon: "incident",
      href: `/incidents/${key}`,
    })),
  };
}

async function texts(words: string, client: QueryClient, signal: AbortSignal): Promise<CommandGroup> {
  const [{ texts: found }, { people, machines }] = await Promise.all([
    apiGet<FoundTextsDto>(`/incident-texts?q=${encodeURIComponent(words)}`, { signal }),
    client.ensureQueryData(directoryQuery),
  ]);
  const marked = searchWords(words);
  const names = new Map([...people, ...machines].map(({ id, name }) => [id, name]));
  return {
    heading: "Written in incidents",
    commands: found.map((text, index) => {
      const by = text.byId === null ? "" : `, ${names.get(text.byId) ?? "somebody"}`;
      return {
        ...{ id: `text ${index} ${placeOf(text)}`, label: text.incidentTitle },
        hint: `${text.incidentKey}, ${subjectOf(text)}${by}, `,
        at: Date.parse(text.at),
        excerpt: { text: text.excerpt, words: marked },
        icon: text.in === "summary" ? "review" : "comment",
        href: placeOf(text),
      };
    }),
  };
}

async function runbooks(words: string, signal: AbortSignal): Promise<CommandGroup> {
  const library = await apiGet<RunbookPageDto>(`/runbooks?q=${encodeURIComponent(words)}`, { signal });
  return {
    heading: "Runbooks",
    commands: library.runbooks
      // Any of its words may have been what was typed: those with the words in the title first.
      .toSorted((a, b) => rankOf(words, b.title, []) - rankOf(words, a.title, []))
      .slice(0, AT_MOST)
      .map(({ id, slug, title }) => ({
        ...{ id, label: title },
        icon: "runbook",
        href: `/runbooks/${slug}`,
      })),
  };
}

async function people(words: string, client: QueryClient): Promise<CommandGroup> {
  const directory = await client.ensureQueryData(directoryQuery);
  const active = directory.people.filter(({ deactivated }) => !deactivated);
  return {
    heading: "People",
    commands: namesFor(active, words, AT_MOST).map(({ id, name }) => ({
      ...{ id, label: name, hint: "incidents they command" },
      icon: "person",
      href: `/incidents?commander=${id}`,
    })),
  };
}
