"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import type { PeoplePage } from "@/lib/people/dto";
import { peopleKeys, type PeopleFilters } from "./keys";

/** People that match, page by page. @param first what the server rendered */
export function usePeople(filters: PeopleFilters, first: PeoplePage) {
  const query = useInfiniteQuery({
    queryKey: peopleKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      apiGet<PeoplePage>(`/people?${search(filters, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    initialData: { pages: [first], pageParams: [null] },
  });
  return {
    people: query.data.pages.flatMap((page) => page.people),
    more: query.hasNextPage,
    loading: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

function search(filters: PeopleFilters, cursor: string | null): URLSearchParams {
  const set = Object.entries({ ...filters, cursor: cursor ?? "" }).filter(([, value]) => value !== "");
  return new URLSearchParams(set);
}
