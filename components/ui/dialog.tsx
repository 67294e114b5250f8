"use client";

import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { useBackCloses } from "./use-back-closes";
import { useReturnFocus } from "./use-return-focus";
import { IconButton } from "./button";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** The buttons; they stay in view while the rest scrolls. */
  footer?: ReactNode;
  /** Keeps the dialog open when it is pressed outside, for forms that hold typed text. */
  sticky?: boolean;
  /** What it hears wherever the focus is inside, also on the dialog itself. */
  hears?: Pick<ComponentProps<"div">, "onKeyDown" | "onPaste" | "onDragOver" | "onDrop">;
  children?: ReactNode;
}

const WIDTHS = { sm: "sm:max-w-100", md: "sm:max-w-140", lg: "sm:max-w-190" } as const;

/** A task that needs all attention. On a phone it comes up from below. Focus goes in, stays in, and returns. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = "md",
  footer,
  sticky,
  hears,
  children,
}: DialogProps) {
  const focus = useReturnFocus();
  useBackCloses(open, () => onOpenChange(false));
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade bg-scrim fixed inset-0 z-40" />
        <Radix.Content
          {...hears}
          {...focus}
          {...(description ? {} : { "aria-describedby": undefined })}
          // Radix listens before the list that is open in a field: Escape closes that first.
          onEscapeKeyDown={(event) => isListOpen(event.target) && event.preventDefault()}
          onInteractOutside={sticky ? (event) => event.preventDefault() : undefined}
          className={cn(
            "animate-rise border-card bg-raised shadow-pop fixed z-50 flex max-h-[85dvh] flex-col border outline-none",
            "inset-x-0 bottom-0 rounded-t-lg pb-[env(safe-area-inset-bottom)]",
            "sm:inset-x-4 sm:top-[12vh] sm:bottom-auto sm:mx-auto sm:max-h-[76vh] sm:rounded-lg sm:pb-0",
            WIDTHS[size],
          )}
        >
          <header className="pt-3.5 pr-13 pb-1 pl-4">
            <Radix.Title className="text-lg font-bold tracking-tight">{title}</Radix.Title>
            {description && (
              <Radix.Description className="text-ink-2 mt-0.5">{description}</Radix.Description>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-2 pb-4">{children}</div>
          {footer && (
            <footer className="border-line phone:*:flex-1 flex flex-wrap items-center justify-end gap-2 border-t px-4 py-3">
              {footer}
            </footer>
          )}
          {/* Last, so that the focus goes to the first field and not to the way out. */}
          <span className="absolute top-3 right-2.5">
            <Radix.Close asChild>
              <IconButton icon="cross" label="Close" />
            </Radix.Close>
          </span>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function isListOpen(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[role="combobox"][aria-expanded="true"]');
}
