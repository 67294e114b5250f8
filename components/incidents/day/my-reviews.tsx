"use client";

import { useDirectory } from "@/components/api/directory";
import { useServerNow, useTimeZone } from "@/components/clock/use-server-now";
import { dueWords as dueAtWords } from "@/components/reviews/due.rules";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { ListRow } from "@/components/ui/list-row";
import { PanelHead } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { formatDayOfAnyYear } from "@/lib/kernel/clock-times";
import { toLocalInput } from "@/lib/kernel/local-input";
import type { MyFollowUp, MyReview } from "@/lib/room/day.dto";
import { dueWords } from "./day.rules";

interface MyReviewsProps {
  reviews: readonly MyReview[];
  followUps: readonly MyFollowUp[];
}

/** Summaries that wait for me, and the follow-ups I own. */
export function MyReviews({ reviews, followUps }: MyReviewsProps) {
  const { personName } = useDirectory();
  if (reviews.length + followUps.length === 0) return null;
  return (
    <section aria-label="Reviews and follow-ups">
      <PanelHead title="Reviews and follow-ups" count={reviews.length + followUps.length} />
      <ul>
        {reviews.map((review) => (
          <ListRow
            key={review.incidentKey}
            icon={<Icon name="review" />}
            title={titleOf(review, personName)}
            meta={review.kind === "returned" ? `returned: ${review.title}` : review.title}
            aside={<DueAt at={Date.parse(review.dueAt)} />}
            action={
              <Open href={`/reviews/${review.incidentKey}`} what={`summary of ${review.incidentKey}`} />
            }
          />
        ))}
        {followUps.map((followUp) => (
          <ListRow
            key={followUp.id}
            icon={<Icon name="flag" />}
            title={followUp.title}
            meta={`follow-up of ${followUp.incidentKey}`}
            aside={followUp.dueOn ? <DueOn day={followUp.dueOn} /> : "no date"}
            action={<Open href={`/reviews/${followUp.incidentKey}`} what={`follow-up: ${followUp.title}`} />}
          />
        ))}
      </ul>
    </section>
  );
}

function titleOf(review: MyReview, name: (id: string) => string): string {
  if (review.kind === "to_write") return `Write the summary of ${review.incidentKey}`;
  if (review.kind === "returned") return `Summary of ${review.incidentKey}`;
  return `Review ${review.incidentKey}${writtenBy(review, name)}`;
}

function writtenBy({ authorIds }: MyReview, name: (id: string) => string): string {
  return authorIds.length === 0 ? "" : `, written by ${authorIds.map(name).join(" and ")}`;
}

function Open({ href, what }: { href: string; what: string }) {
  return (
    <ButtonLink size="sm" variant="quiet" href={href} aria-label={`Open ${what}`}>
      Open
    </ButtonLink>
  );
}

/** As the list of reviews says it. @param at milliseconds since 1970 */
function DueAt({ at }: { at: number }) {
  const now = useServerNow({ step: 60_000 });
  const words = dueAtWords(at, now, useTimeZone());
  return now > at ? <Late words={words} /> : words;
}

/** @param day YYYY-MM-DD */
function DueOn({ day }: { day: string }) {
  const now = useServerNow({ step: 60_000 });
  const today = toLocalInput(now, useTimeZone()).slice(0, 10);
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const { words, late } = dueWords(days, formatDayOfAnyYear(Date.parse(day), now, "UTC"));
  return late ? <Late words={words} /> : words;
}

function Late({ words }: { words: string }) {
  return (
    <Tag tone="warn" icon="incident">
      {words}
    </Tag>
  );
}
