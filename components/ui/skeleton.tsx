import { cn } from "./cn";

/** Holds the place of something that is on its way, at its size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("bg-hover block h-3 rounded-xs", className)} />;
}

const WIDTHS = ["w-3/5", "w-2/5", "w-1/2", "w-2/3"];

/** Holds the place of a list. */
export function SkeletonRows({ rows, label = "Loading" }: { rows: number; label?: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="border-line flex h-11 items-center gap-4 border-t px-4 first:border-t-0">
          <Skeleton className="w-16" />
          <Skeleton className={WIDTHS[row % WIDTHS.length]} />
          <Skeleton className="ml-auto w-12" />
        </div>
      ))}
    </div>
  );
}
