"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface TabItem<Value extends string> {
  value: Value;
  label: string;
  count?: number;
}

interface TabsProps<Value extends string> {
  value: Value;
  onValueChange: (value: Value) => void;
  items: readonly TabItem<Value>[];
  label: string;
  /** Stands at the end of the row. */
  aside?: ReactNode;
  className?: string;
  /** The panel of the chosen tab. */
  children: ReactNode;
}

/** Views of one thing, one at a time. Arrow keys move between the tabs. */
export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { value, onValueChange, items, label, aside, className, children } = props;
  return (
    <Radix.Root value={value} onValueChange={(next) => onValueChange(next as Value)} className={className}>
      <div className="border-line flex items-center gap-3 border-b px-4">
        <Radix.List aria-label={label} className="flex gap-0.5">
          {items.map((item) => (
            <Radix.Trigger
              key={item.value}
              value={item.value}
              className={cn(
                "text-ink-2 hover:text-ink phone:h-11 -mb-px h-9.5 border-b-2 border-transparent px-2 font-medium",
                "data-[state=active]:border-ink data-[state=active]:text-ink data-[state=active]:font-semibold",
              )}
            >
              {item.label}
              {item.count !== undefined && (
                <span className="text-ink-3 ml-1.5 tabular-nums">{item.count}</span>
              )}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside && <div className="meta ml-auto">{aside}</div>}
      </div>
      <Radix.Content value={value} tabIndex={-1}>
        {children}
      </Radix.Content>
    </Radix.Root>
  );
}
