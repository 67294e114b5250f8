/** Query keys of people and their administration. */
export const peopleKeys = {
  all: ["people"] as const,
  list: (filters: PeopleFilters) => ["people", "list", filters] as const,
  invitations: ["people", "invitations"] as const,
  profile: ["people", "profile"] as const,
};

/** What the list's address says. */
export interface PeopleFilters {
  q: string;
  role: string;
  active: string;
}
