import type { CommandGroup } from "./commands";
import { listedKeys, type KeyScope } from "./keys.rules";

/** The keys that the palette offers too, by their groups. */
export function paletteGroups(scopes: readonly KeyScope[]): CommandGroup[] {
  return listedKeys(scopes)
    .map(({ group, bindings }) => ({
      heading: group,
      commands: bindings
        .filter((binding) => binding.palette)
        .map((binding) => ({
          id: `key ${binding.keys}`,
          label: binding.label,
          words: binding.words,
          keys: binding.keys,
          icon: "bolt" as const,
          run: () => binding.run(new KeyboardEvent("keydown")),
        })),
    }))
    .filter(({ commands }) => commands.length > 0);
}
