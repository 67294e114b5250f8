import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { ProfileMenu } from "./profile-menu";
import { SearchButton } from "./search-button";

interface TopBarProps {
  title: ReactNode;
  /** After the title, quieter: `8 open, 214 in all`. */
  meta?: ReactNode;
  /** A `LiveDot`, where the page is live. */
  live?: ReactNode;
  /** A way back, before the title. */
  back?: ReactNode;
  /** At the end, after the search: one primary button at most. */
  actions?: ReactNode;
  className?: string;
}

/** The head of a page, 48 px high: where one is, whether it is live, search, and the page's main action. */
export function TopBar({ title, meta, live, back, actions, className }: TopBarProps) {
  return (
    <header
      className={cn(
        "border-line bg-canvas phone:h-14 sticky top-0 z-10 flex h-12 flex-none items-center gap-3 border-b px-4 print:hidden",
        className,
      )}
    >
      {back}
      <h1 className="phone:line-clamp-2 phone:text-base/5 phone:break-words phone:whitespace-normal min-w-0 truncate text-[15px]/5 tracking-[-.012em]">
        {title}
      </h1>
      {meta && <span className="meta phone:hidden min-w-0 truncate tabular-nums">{meta}</span>}
      <div className="phone:gap-1.5 ml-auto flex flex-none items-center gap-3">
        {live}
        <SearchButton />
        {actions}
        <span className="sm:hidden">
          <ProfileMenu className="grid size-11 place-items-center" />
        </span>
      </div>
    </header>
  );
}
