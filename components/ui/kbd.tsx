import { Fragment } from "react";
import { cn } from "./cn";

interface KbdProps {
  /** As bound: `U`, `g i` (one after the other), `$mod+K` (⌘ on a Mac, Ctrl elsewhere), `$mod+Enter`. */
  keys: string;
  /** Takes the colour of what it stands in, for keys on solid ground. */
  inherit?: boolean;
  className?: string;
}

/** A key, or several pressed one after the other. */
export function Kbd({ keys, inherit = false, className }: KbdProps) {
  return keys.split(" ").map((press, index) => (
    <Fragment key={`${index}${press}`}>
      {index > 0 && " "}
      <kbd
        className={cn(
          "touch:hidden text-2xs/4 inline-block min-w-4 rounded-xs border px-1 text-center font-sans font-medium",
          inherit ? "border-current/45" : "border-card bg-surface text-ink-3",
          className,
        )}
      >
        {press.split("+").map((part) => (
          <Part key={part} name={part} />
        ))}
      </kbd>
    </Fragment>
  ));
}

const SIGNS: Record<string, string> = {
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  shift: "⇧",
};

function Part({ name }: { name: string }) {
  if (name === "$mod") {
    // The platform is known before the first paint from an attribute, so both are there and one shows.
    return (
      <>
        <span className="mac:inline hidden">⌘</span>
        <span className="mac:hidden">Ctrl </span>
      </>
    );
  }
  return SIGNS[name.toLowerCase()] ?? (name.length === 1 ? name.toUpperCase() : name);
}
