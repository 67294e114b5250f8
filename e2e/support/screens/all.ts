import { administratorScreens } from "./administrator";
import { commanderScreens, managerScreens, responderScreens } from "./commander";
import { roomScreens } from "./room";
import type { Screen } from "./screen";

/** What is looked at in the demonstration, by who sees it. */
export const screensByRole = {
  commander: [...commanderScreens, ...roomScreens],
  responder: responderScreens,
  manager: managerScreens,
  administrator: administratorScreens,
} as const satisfies Record<string, readonly Screen[]>;
