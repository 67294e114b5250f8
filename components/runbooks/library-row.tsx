"use client";

import Link from "next/link";
import { useDirectory } from "@/components/api/directory";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { Marked } from "@/components/ui/marked";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { RunbookRowDto } from "@/lib/runbooks/dto";
import { NEEDS_CARE } from "@/lib/runbooks/rot/rot.rules";
import { searchWords } from "@/lib/runbooks/search-text.rules";
import { ReviewTag } from "./review-tag";

/** The columns of a wide library; a phone stacks them. */
const COLUMNS =
  "sm:grid-cols-[minmax(0,1fr)_minmax(0,140px)_112px] lg:grid-cols-[minmax(0,1fr)_minmax(0,160px)_minmax(0,180px)_112px] gap-x-3";

/** Names the columns for eyes; each row says the same by itself. */
export function LibraryHead() {
  return (
    <div
      aria-hidden
      className={cn(
        "phone:hidden bg-canvas meta border-line grid h-7.5 items-center border-b px-4 font-medium",
        COLUMNS,
      )}
    >
      <span>Runbook</span>
      <span>Owner</span>
      <span className="hidden lg:block">Services</span>
      <span className="text-right">Last walked</span>
    </div>
  );
}

interface LibraryRowProps {
  runbook: RunbookRowDto;
  /** What was searched for. */
  q: string;
}

/** One runbook of the library. The whole line leads to it: to the place where the words stand, if they stand inside. */
export function LibraryRow({ runbook, q }: LibraryRowProps) {
  const { person, personName, service } = useDirectory();
  const services = runbook.serviceIds.map((id) => service(id)?.name ?? "a service").join(", ");
  const owner = runbook.ownerId && personName(runbook.ownerId);
  const { hit } = runbook;
  const gone = person(runbook.ownerId)?.deactivated ?? false;
  return (
    <li
      className={cn(
        "border-line hover:bg-hover relative grid min-h-11 items-center border-t px-4 py-1 first:border-t-0",
        "has-[a:focus-visible]:outline-focus has-[a:focus-visible]:z-1 has-[a:focus-visible]:rounded-sm has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2",
        "phone:gap-y-1 phone:py-2.5",
        COLUMNS,
      )}
    >
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`/runbooks/${runbook.slug}${hit ? `#${hit.sectionKey}` : ""}`}
          prefetch={false}
          className="phone:whitespace-normal min-w-0 truncate font-medium outline-none after:absolute after:inset-0"
        >
          {runbook.title}
        </Link>
        <span className="meta whitespace-nowrap">
          {runbook.version === null ? "not published" : `version ${runbook.version}`}
        </span>
        {runbook.draft !== null && <Tag tone="act">draft {runbook.draft}</Tag>}
        {runbook.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
        <ReviewTag reviewBy={runbook.reviewBy} />
        {runbook.rot !== null && runbook.rot >= NEEDS_CARE && (
          <Tag tone="warn">needs care: {runbook.rot}</Tag>
        )}
        {hit && <Place hit={hit} words={searchWords(q)} />}
      </span>
      <span className="flex min-w-0 items-center gap-1.5">
        {owner && <Avatar name={owner} look={gone ? "away" : "plain"} />}
        <span className={cn("truncate", (!owner || gone) && "text-ink-3")}>
          {owner ? `${owner}${gone ? ", gone" : ""}` : "No owner"}
        </span>
      </span>
      <span className={cn("text-ink-2 min-w-0 truncate", !services && "phone:hidden", "sm:hidden lg:block")}>
        {services}
      </span>
      <span className="text-ink-3 whitespace-nowrap tabular-nums sm:text-right">
        <span className="sm:hidden">Last walked: </span>
        {runbook.lastWalkedAt ? <Time at={Date.parse(runbook.lastWalkedAt)} show="relative" /> : "never"}
      </span>
    </li>
  );
}

/** Where in the runbook the words stand, in one line. */
function Place({ hit, words }: { hit: NonNullable<RunbookRowDto["hit"]>; words: readonly string[] }) {
  const where = hit.sectionTitle && hit.sectionTitle !== hit.text ? `${hit.sectionTitle}: ` : "";
  return (
    <span className="text-ink-2 w-full truncate text-xs">
      <Marked text={`${where}${hit.text}`} words={words} />
    </span>
  );
}
