"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./button";
import { cn } from "./cn";
import { useBackCloses } from "./use-back-closes";
import { useReturnFocus } from "./use-return-focus";

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side?: "bottom" | "right";
  children: ReactNode;
}

/** A panel over the page: more actions on a phone, or a column for which the window is too narrow. */
export function Sheet({ open, onOpenChange, title, side = "bottom", children }: SheetProps) {
  const focus = useReturnFocus();
  useBackCloses(open, () => onOpenChange(false));
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade bg-scrim fixed inset-0 z-40" />
        <Radix.Content
          {...focus}
          aria-describedby={undefined}
          className={cn(
            "animate-rise border-card bg-raised shadow-pop fixed z-50 flex flex-col outline-none",
            side === "bottom"
              ? "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t pb-[env(safe-area-inset-bottom)]"
              : "inset-y-0 right-0 w-full max-w-105 border-l",
          )}
        >
          <header className="border-line flex h-12 flex-none items-center gap-3 border-b px-4">
            <Radix.Title className="min-w-0 flex-1 truncate text-base font-bold">{title}</Radix.Title>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {/* Last, so that the focus goes to the first field and not to the way out. */}
          <span className="phone:top-0.5 absolute top-2.5 right-2.5">
            <Radix.Close asChild>
              <IconButton icon="cross" label="Close" />
            </Radix.Close>
          </span>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
