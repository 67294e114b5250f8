import type { MouseEvent } from "react";

interface CiteProps {
  /** The number of the timeline entry. */
  seq: number;
  /** Where it stands; by default the entry's anchor on this page. */
  href?: string;
  onClick?: (event: MouseEvent<HTMLAnchorElement>) => void;
}

/** Names the timeline entry that a line comes from, and leads to it. */
export function Cite({ seq, href = `#entry-${seq}`, onClick }: CiteProps) {
  return (
    <a
      href={href}
      onClick={onClick}
      aria-label={`Timeline entry ${seq}`}
      className="bg-act-soft text-2xs text-act inline-flex h-4 items-center rounded-xs px-1 align-[1px] font-medium whitespace-nowrap tabular-nums hover:underline"
    >
      #{seq}
    </a>
  );
}
