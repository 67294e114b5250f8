"use client";

import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { openPalette } from "./commands";

/** Opens the command palette; only an icon where there is little room. */
export function SearchButton() {
  return (
    <button
      type="button"
      onClick={openPalette}
      aria-label="Search or run a command"
      className="border-line bg-surface text-ink-3 hover:border-card phone:size-11 phone:justify-center phone:border-transparent phone:bg-transparent phone:p-0 flex h-7 items-center gap-2 rounded-sm border pr-1.5 pl-2.5 text-xs"
    >
      <Icon name="search" size="sm" className="phone:size-5" />
      <span className="max-lg:hidden">Search or run a command</span>
      <Kbd keys="$mod+K" className="phone:hidden" />
    </button>
  );
}
