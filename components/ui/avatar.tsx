import { cn } from "./cn";
import { initialsOf } from "./initials.rules";

const SIZES = { sm: "size-5 text-[8.5px]", md: "size-5.5 text-[9.5px]", lg: "size-9 text-sm" } as const;
const LOOKS = {
  plain: "border-card bg-hover text-ink-2",
  commander: "border-ink bg-ink text-on-ink",
  away: "border-dashed border-line-strong text-ink-3",
} as const;

interface AvatarProps {
  /** The person's name; null for nobody. */
  name: string | null;
  size?: keyof typeof SIZES;
  look?: keyof typeof LOOKS;
  className?: string;
}

/** A person's initials in a circle: solid for the commander, dashed for someone away or for nobody. */
export function Avatar({ name, size = "md", look = "plain", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-grid flex-none place-items-center rounded-full border leading-none font-bold",
        SIZES[size],
        LOOKS[name === null ? "away" : look],
        className,
      )}
    >
      {name === null ? "?" : initialsOf(name)}
    </span>
  );
}
