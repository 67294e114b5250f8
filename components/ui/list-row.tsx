import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface ListRowProps {
  /** An Icon, StepIcon or SeverityBadge. */
  icon?: ReactNode;
  title: ReactNode;
  /** After the title, quieter. */
  meta?: ReactNode;
  /** At the end: a time, a tag. */
  aside?: ReactNode;
  action?: ReactNode;
  /** Where the whole row leads. */
  href?: string;
  className?: string;
}

/** One line of a list, 40 px high, as a list item. */
export function ListRow({ icon, title, meta, aside, action, href, className }: ListRowProps) {
  return (
    <li
      className={cn(
        "border-line phone:min-h-12 relative flex min-h-10 items-center gap-2.5 border-t px-4 py-1 first:border-t-0",
        href && "hover:bg-hover",
        className,
      )}
    >
      {icon && <span className="flex min-w-4 flex-none">{icon}</span>}
      <span className="phone:whitespace-normal min-w-0 flex-1 truncate">
        {href ? (
          <Link href={href} prefetch={false} className="font-medium after:absolute after:inset-0">
            {title}
          </Link>
        ) : (
          <span className="font-medium">{title}</span>
        )}
        {meta && <span className="meta"> {meta}</span>}
      </span>
      {aside && <span className="meta flex-none whitespace-nowrap tabular-nums">{aside}</span>}
      {action && <span className="relative flex flex-none gap-1.5">{action}</span>}
    </li>
  );
}
