"use client";

import { createContext, use } from "react";

/** When each person was last active: person id → milliseconds since 1970. */
export type LastActive = Readonly<Record<string, number>>;

/** Apart from the room: it changes with every sign of life, and little of what a room shows hangs on it. */
export const LastActiveContext = createContext<LastActive>({});

export function useLastActive(): LastActive {
  return use(LastActiveContext);
}
