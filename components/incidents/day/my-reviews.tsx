"use client";

import { useDirectory } from "@/components/api/directory";
import { useServerNow, useTimeZone } from "@/components/clock/use-server-now";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { ListRow } from "@/components/ui/list-row";
import { PanelHead } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/kernel/clock-times";
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
            title={
              review.kind === "returned"
                ? `Summary of ${review.incidentKey}`
                : `Review ${review.incidentKey}${writtenBy(review, personName)}`
            }
            meta={review.kind === "returned" ? `returned: ${review.title}` : review.title}
            aside={<Due day={review.dueAt.slice(0, 10)} />}
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
            aside={followUp.dueOn ? <Due day={followUp.dueOn} /> : "no date"}
            action={<Open href={`/reviews/${followUp.incidentKey}`} what={`follow-up: ${followUp.title}`} />}
          />
        ))}
      </ul>
    </section>
  );
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

/** @param day YYYY-MM-DD */
function Due({ day }: { day: string }) {
  const now = useServerNow({ step: 60_000 });
  const today = toLocalInput(now, useTimeZone()).slice(0, 10);
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const { words, late } = dueWords(days, formatDay(Date.parse(day), "UTC"));
  if (!late) return words;
  return (
    <Tag tone="warn" icon="incident">
      {words}
    </Tag>
  );
}
