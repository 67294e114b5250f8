import type { ReactNode } from "react";
import { cn } from "./cn";

/** A strip of facts under a title. Scrolls sideways where it does not fit. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="border-line flex h-13.5 flex-none items-stretch overflow-x-auto border-y">{children}</dl>
  );
}

interface FactProps {
  label: ReactNode;
  /** Takes the room that is left. */
  grow?: boolean;
  className?: string;
  children: ReactNode;
}

/** One fact: a small label above its value. */
export function Fact({ label, grow = false, className, children }: FactProps) {
  return (
    <div
      className={cn(
        "border-line flex flex-col gap-0.5 border-r px-4 pt-1.5 last:border-r-0",
        grow ? "min-w-40 flex-1 overflow-hidden" : "flex-none",
        className,
      )}
    >
      <dt className="text-2xs/3.5 text-ink-3 whitespace-nowrap">{label}</dt>
      <dd className="flex h-6 items-center gap-1.75 font-medium whitespace-nowrap tabular-nums">
        {children}
      </dd>
    </div>
  );
}
