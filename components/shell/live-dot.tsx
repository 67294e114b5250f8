import { cn } from "@/components/ui/cn";

export type LiveState = "live" | "reconnecting" | "offline";

const WORDS = { live: "Live", reconnecting: "Reconnecting", offline: "Not live" } as const;

/** Whether what is shown is what is: a filled dot and "Live", or a ring and what is wrong. */
export function LiveDot({ state }: { state: LiveState }) {
  const live = state === "live";
  return (
    <span
      role="status"
      className={cn(
        "inline-flex items-center gap-1.5 text-xs whitespace-nowrap",
        live ? "text-ink-2" : "text-warn font-semibold",
      )}
    >
      <span
        aria-hidden
        className={cn("forced-fill rounded-full", live ? "bg-good size-1.75" : "border-warn size-2 border-2")}
      />
      {WORDS[state]}
    </span>
  );
}
