"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useStore } from "@/components/ui/store";
import { keyScopes, useSingleKeys } from "./keys";
import { listedKeys } from "./keys.rules";

/** The keys that work on this screen, by group. */
export function KeyHelpDialog({ onClose }: { onClose: () => void }) {
  const groups = listedKeys(useStore(keyScopes));
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keys"
      description="They work on this screen, except while you type."
      size="lg"
    >
      <div className="gap-x-8 sm:columns-2">
        {groups.map(({ group, bindings }) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="meta mb-1 font-medium">{group}</h3>
            <ul>
              {bindings.map((binding) => (
                <li
                  key={binding.keys}
                  className="border-line flex items-center justify-between gap-4 border-t py-1"
                >
                  <span>{binding.label}</span>
                  <span className="whitespace-nowrap">
                    <Kbd keys={binding.keys} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Checkbox
        className="border-line mt-2 border-t pt-3"
        label="Single keys"
        hint="Switch them off if they fire by accident, for example with speech input. Keys with ⌘ or Ctrl stay."
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
