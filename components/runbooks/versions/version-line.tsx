"use client";

import Link from "next/link";
import { useDirectory } from "@/components/api/directory";
import { Time } from "@/components/ui/time";
import type { VersionDto } from "@/lib/runbooks/dto";
import { VersionState } from "./version-state";
import { authorOf } from "./author.rules";

/** One version of the list: its state, why and by whom it was made, and what can be looked at. */
export function VersionLine({ slug, version }: { slug: string; version: VersionDto }) {
  const { personName } = useDirectory();
  const { number, state, why, restores, commit } = version;
  const page = `/runbooks/${slug}/versions`;
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-1 px-4 py-1.5">
      <span className="font-medium tabular-nums">{number}</span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="meta">
            <Time at={Date.parse(version.createdAt)} />
            {`, ${authorOf(version, personName)}`}
          </span>
          <VersionState state={state} />
        </p>
        {restores !== null && <p className="meta">brings version {restores} back</p>}
        {why && <p className="break-words">{why}</p>}
        {commit && (
          <p className="meta break-words">
            {commit.subject} (<code>{commit.hash.slice(0, 7)}</code>, {commit.author})
          </p>
        )}
        <p className="phone:gap-x-1 phone:*:min-h-11 phone:*:px-1 flex flex-wrap items-center gap-x-3 text-xs *:inline-flex *:items-center">
          <Link prefetch={false} className="text-act hover:underline" href={`${page}/${number}`}>
            Look at {number}
          </Link>
          {number > 1 && (
            <Link
              prefetch={false}
              className="text-act hover:underline"
              href={`${page}?from=${number - 1}&to=${number}`}
              aria-label={`Changes of version ${number}`}
            >
              Changes
            </Link>
          )}
          <a
            className="text-act hover:underline"
            href={`/api/v1/runbook-versions/${version.id}/source`}
            aria-label={`Markdown of version ${number}`}
            download
          >
            Markdown
          </a>
        </p>
      </div>
    </li>
  );
}
