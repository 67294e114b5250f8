/** The one key factory for what is read of incidents outside their rooms. */
export const incidentKeys = {
  lists: ["incidents", "list"] as const,
  /** @param search the filters as they stand in the address, sorted */
  list: (search: string) => ["incidents", "list", search] as const,
  day: ["incidents", "day"] as const,
  mySteps: ["incidents", "my-steps"] as const,
};
