import type * as Keeper from "./keeper";
import type { KeptAct } from "./kept-act";
import { kept } from "./kept-store";

/** The keeper comes when the page is at rest, so that it is there when the connection goes. */
let loading: Promise<typeof Keeper> | null = null;
function keeper(): Promise<typeof Keeper> {
  loading ??= import("./keeper").catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Keeps an act and sends it when the console can be reached. It shows at once. */
export function keep(act: KeptAct): void {
  kept.set((before) => ({ ...before, acts: [...before.acts, act] }));
  wakeKeeper();
}

/** Has the keeper look after everything that is kept. */
export function wakeKeeper(): void {
  // Without its code the acts stay in memory; the next wake-up tries again.
  void keeper().then(
    ({ wake }) => wake(),
    () => undefined,
  );
}

/** Begins to look after what a person has kept in this browser. */
export function startKeeper(personId: string): void {
  void keeper().then(
    ({ start }) => start(personId),
    () => undefined,
  );
}

/** Takes away an act that the console refused, once its person has seen that. */
export function dropKept(id: string): void {
  void keeper().then(
    ({ drop }) => drop(id),
    () => undefined,
  );
}
