import { cn } from "@/components/ui/cn";

export type LiveState = "connecting" | "live" | "reconnecting";

const WORDS = { connecting: "Connecting", live: "Live", reconnecting: "Not live" } as const;

/** Whether what is shown is what is: a filled dot and "Live", or a ring and what is wrong. */
export function LiveDot({ state }: { state: LiveState }) {
  const live = state === "live";
  const quiet = state !== "reconnecting";
  return (
    <span
      role="status"
      className={cn(
        "inline-flex items-center gap-1.5 text-xs whitespace-nowrap",
        quiet ? "text-ink-2" : "text-warn font-semibold",
      )}
    >
      <span
        aria-hidden
        className={cn(
          "forced-fill rounded-full",
          live
            ? "bg-good size-1.75"
            : quiet
              ? "border-ink-3 size-1.75 border"
              : "border-warn size-2 border-2",
        )}
      />
      {WORDS[state]}
    </span>
  );
}
