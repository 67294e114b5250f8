"use client";

import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import { useRef, useState } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import { Kbd } from "./kbd";
import type { MenuAction, MenuItem } from "./menu-items";

export interface MenuPanelProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: readonly MenuItem[];
  align: "start" | "end";
  side: "bottom" | "top" | "right";
  labelledBy: string;
  /** Where the menu hangs: within the page's landmarks, or within the dialog around its button. */
  container: () => HTMLElement | null;
  /** Whether a press fell on the button, which then closes the menu itself. */
  isTrigger: (node: Node) => boolean;
  /** Puts the focus back. */
  onClosed: () => void;
}

const ITEM =
  "flex min-h-7.5 cursor-default items-center gap-2 rounded-xs px-2 py-1 outline-none data-highlighted:bg-selected data-disabled:text-ink-3 aria-disabled:text-ink-3 phone:min-h-11";

/** The list of a `DropdownMenu`, anchored to an invisible layer over its button. */
export function MenuPanel(props: MenuPanelProps) {
  const { open, onOpenChange, items, align, side, labelledBy, container, isTrigger, onClosed } = props;
  const [home] = useState(container);
  const chosen = useRef<(() => void) | undefined>(undefined);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild>
        <span aria-hidden tabIndex={-1} className="pointer-events-none absolute inset-0" />
      </Radix.Trigger>
      <Radix.Portal container={home}>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-labelledby={labelledBy}
          onInteractOutside={(event) => {
            if (isTrigger(event.target as Node)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
            // Only now, so that a dialog that opens gives the focus back to the button and not to a line that is gone.
            chosen.current?.();
            chosen.current = undefined;
          }}
          className="animate-fade border-card bg-raised shadow-pop z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-44 overflow-y-auto rounded-md border p-1"
        >
          {items.map((item, index) => (
            <Line key={index} item={item} onChoose={(run) => (chosen.current = run)} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Line({ item, onChoose }: { item: MenuItem; onChoose: (run?: () => void) => void }) {
  if ("separator" in item) return <Radix.Separator className="bg-line my-1 h-px" />;
  if ("heading" in item) return <Radix.Label className="meta px-2 pt-1.5 pb-0.5">{item.heading}</Radix.Label>;
  if ("checked" in item) {
    return (
      <Radix.CheckboxItem checked={item.checked} onSelect={() => onChoose(item.onSelect)} className={ITEM}>
        <span className="w-3.5">{item.checked && <Icon name="check" size="sm" />}</span>
        {item.label}
      </Radix.CheckboxItem>
    );
  }
  const look = cn(ITEM, item.danger && "text-bad");
  if (item.href) {
    return (
      <Radix.Item asChild disabled={item.disabled} className={look}>
        <Link href={item.href} prefetch={false}>
          <Words item={item} />
        </Link>
      </Radix.Item>
    );
  }
  return (
    <Radix.Item
      disabled={item.disabled}
      aria-disabled={item.disabled || item.notYet ? true : undefined}
      onSelect={(event) => (item.notYet ? event.preventDefault() : onChoose(item.onSelect))}
      className={look}
    >
      <Words item={item} />
    </Radix.Item>
  );
}

function Words({ item }: { item: MenuAction }) {
  const hint = item.notYet ?? item.hint;
  return (
    <>
      {item.icon && <Icon name={item.icon} size="sm" />}
      <span className="min-w-0 flex-1">
        {item.label}
        {hint && <span className="meta block">{hint}</span>}
      </span>
      {item.kbd && <Kbd keys={item.kbd} className="phone:hidden" />}
    </>
  );
}
