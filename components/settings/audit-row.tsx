import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import { describe, type Names } from "@/lib/timeline/describe";
import type { Entry } from "@/lib/timeline/events";

/** One entry of the audit log in words. */
export function AuditRow({ entry, names }: { entry: Entry; names: Names }) {
  const { who, parts, icon } = describe(entry, names);
  return (
    <li className="border-line flex items-start gap-2.5 border-t px-4 py-2 first:border-t-0">
      <Icon name={icon} size="sm" className="text-ink-3 mt-0.5 flex-none" />
      <p className="text-ink-2 min-w-0 flex-1 break-words">
        {who && <span className="text-ink font-semibold">{who} </span>}
        {parts.map((part, index) =>
          "object" in part ? (
            <span key={index} className="text-ink">
              {part.object}
            </span>
          ) : (
            part.text
          ),
        )}
      </p>
      <span className="meta flex-none text-right whitespace-nowrap">
        <Time at={Date.parse(entry.at)} />
        <span className="phone:hidden"> · #{entry.seq}</span>
      </span>
    </li>
  );
}
