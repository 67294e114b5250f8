import type { ReactNode } from "react";
import { cn } from "./cn";

interface EmptyStateProps {
  title: string;
  /** What to do about it, or why that is fine. */
  text?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** What stands where nothing is yet, or nothing matches. */
export function EmptyState({ title, text, action, className }: EmptyStateProps) {
  return (
    <div className={cn("grid justify-items-center gap-0.5 px-4 py-6 text-center", className)}>
      <p className="font-semibold">{title}</p>
      {text && <p className="meta max-w-[52ch]">{text}</p>}
      {action && <div className="mt-2.5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
