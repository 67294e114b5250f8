import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import type { Names } from "@/lib/timeline/describe";
import { describeAudit } from "@/lib/timeline/describe/audit";
import type { Entry } from "@/lib/timeline/events";

interface AuditRowProps {
  entry: Entry;
  names: Names;
  /** The page of what it is about. */
  page: string | null;
}

/** One entry of the audit log in words; what it is about leads to its page. */
export function AuditRow({ entry, names, page }: AuditRowProps) {
  const { who, parts, icon } = describeAudit(entry, names);
  const about = parts.findIndex((part) => "object" in part);
  return (
    <li className="border-line flex items-start gap-2.5 border-t px-4 py-2 first:border-t-0">
      <Icon name={icon} size="sm" className="text-ink-3 mt-0.5 flex-none" />
      <p className="text-ink-2 min-w-0 flex-1 break-words">
        {who && <span className="text-ink font-semibold">{who} </span>}
        {parts.map((part, index) => {
          if (!("object" in part)) return part.text;
          return page && index === about ? (
            <Link key={index} href={page} prefetch={false} className="link">
              {part.object}
            </Link>
          ) : (
            <span key={index} className="text-ink">
              {part.object}
            </span>
          );
        })}
      </p>
      <span className="meta flex-none text-right whitespace-nowrap">
        <Time at={Date.parse(entry.at)} />
        <span className="phone:hidden"> · #{entry.seq}</span>
      </span>
    </li>
  );
}
