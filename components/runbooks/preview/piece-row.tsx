"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { MenuItem } from "@/components/ui/menu-items";
import type { LineRange } from "@/lib/runbooks/parse/types";
import { useEditing } from "./editing";
import { useIsHot } from "./hot";

interface PieceRowProps {
  icon: ReactNode;
  lines: LineRange;
  /** What it is: "Step", "Note". */
  word: string;
  /** Its words, for the name of its menu. */
  text: string;
  /** What else it can be; none: it stays as it is. */
  items: MenuItem[];
  isChosen?: boolean;
  depth?: number;
  className?: string;
  children: ReactNode;
}

/** One piece of the result: its line, what it says, what it is, and the menu that changes that. */
export function PieceRow(props: PieceRowProps) {
  const { icon, lines, word, text, items, isChosen = false, depth = 0, className, children } = props;
  const hot = useIsHot(lines.start);
  return (
    <div
      data-line={lines.start}
      data-end={lines.end}
      data-hot={hot || undefined}
      style={depth > 0 ? { marginLeft: `${Math.min(depth, 5) * 20}px` } : undefined}
      className={cn(
        "phone:items-center grid min-h-6.5 scroll-my-10 grid-cols-[20px_28px_minmax(0,1fr)_auto] items-start gap-x-2 rounded-sm px-2",
        hot && "bg-selected",
        className,
      )}
    >
      <span className="grid h-6.5 place-items-center">{icon}</span>
      <span className="text-ink-3 text-2xs/6.5 text-right tabular-nums">{lines.start}</span>
      <div className="min-w-0 py-1 break-words">{children}</div>
      <PieceMenu {...{ word, text, items, isChosen }} />
    </div>
  );
}

interface PieceMenuProps {
  word: string;
  text: string;
  items: MenuItem[];
  isChosen: boolean;
}

/** What a piece is, as a button that opens what else it can be. */
export function PieceMenu({ word, text, items, isChosen }: PieceMenuProps) {
  const { choose } = useEditing();
  const said = isChosen ? `${word}, changed` : word;
  if (items.length === 0 || !choose) return <span className="text-ink-2 px-2 text-xs/6.5">{said}</span>;
  return (
    <DropdownMenu
      items={items}
      trigger={
        <Button
          size="sm"
          variant="quiet"
          data-piece=""
          aria-label={`${said}: ${text.slice(0, 80)}`}
          className={isChosen ? "text-ink font-semibold" : undefined}
        >
          {said}
          <Icon name="chevron-down" size="xs" />
        </Button>
      }
    />
  );
}
