import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";

interface PersonChipProps {
  /** null for nobody. */
  name: string | null;
  /** Gives the initials where `name` is a short one. */
  fullName?: string;
  /** Quieter, after the name: "deputy", "commands", "offered 1:12 of 3:00". */
  role?: string;
  /** Has command. */
  commander?: boolean;
  /** Not here: "away 8 min". Takes the place of the role. */
  away?: string;
  /** Says "you". */
  you?: boolean;
  size?: "sm" | "md";
  className?: string;
}

/** A person in an incident: initials, name, and what they are to it. */
export function PersonChip({
  name,
  fullName,
  role,
  commander,
  away,
  you,
  size = "md",
  className,
}: PersonChipProps) {
  const look = commander ? "commander" : away ? "away" : "plain";
  const after = [away ?? role, you && "you"].filter(Boolean).join(", ");
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-1.5", className)}>
      <Avatar name={name && (fullName ?? name)} look={look} size={size} />
      {/* What they are stands below a name that leaves no room for it. */}
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-1">
        <span className={cn("max-w-full truncate", name === null ? "text-ink-2" : "font-medium")}>
          {name ?? "Nobody"}
        </span>{" "}
        {after && <span className="meta max-w-full tabular-nums">{after}</span>}
      </span>
    </span>
  );
}
