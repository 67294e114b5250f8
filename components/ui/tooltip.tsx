"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

interface TooltipProps {
  text: ReactNode;
  /** Something that takes the focus; a tooltip nobody can reach says nothing. */
  children: ReactElement;
}

/** More about what the pointer or the focus is on. Never the only place where something is said. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="animate-fade bg-ink text-on-ink shadow-pop z-50 max-w-70 rounded-sm px-2 py-1 text-xs"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
