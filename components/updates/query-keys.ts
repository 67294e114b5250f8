/** The one key factory for updates and what becomes of them. */
export const updateKeys = {
  /** @param seq the newest entry of the room: with each, there may be more to say */
  draft: (key: string, seq: number) => ["updates", key, "draft", seq] as const,
  deliveries: (key: string) => ["updates", key, "deliveries"] as const,
};
