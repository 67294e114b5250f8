import { cn } from "@/components/ui/cn";

/** The sign of Quarterdeck: a quarter-hour dial with the tail of a Q. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={cn("block", className)}>
      <circle cx="11.5" cy="11.5" r="8" stroke="currentColor" strokeWidth="2.2" />
      <path d="M11.5 11.5V6a5.5 5.5 0 0 1 5.5 5.5z" fill="currentColor" />
      <path d="m17.2 17.2 3.9 3.9" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}

/** The sign with the name, for pages outside the console. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-[15px] font-bold tracking-[-.022em]">
      <Mark className="size-5" />
      Quarterdeck
    </span>
  );
}
