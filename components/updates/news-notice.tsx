"use client";

import { useTimeZone } from "@/components/clock/use-server-now";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { DraftItem } from "@/lib/updates/draft-body.rules";
import { formatTime } from "@/lib/kernel/clock-times";

interface NewsNoticeProps {
  news: readonly DraftItem[];
  onTakeIn: () => void;
}

/** What happened after the words below were drafted, and the way to have it in them. */
export function NewsNotice({ news, onTakeIn }: NewsNoticeProps) {
  const timeZone = useTimeZone();
  const newest = news.at(-1);
  if (!newest) return null;
  const things = news.length === 1 ? "1 thing" : `${news.length} things`;
  return (
    <Banner
      title={`${things} happened since this draft.`}
      action={
        <Button size="sm" icon="plus" onClick={onTakeIn}>
          {news.length === 1 ? "Take it in" : "Take them in"}
        </Button>
      }
    >
      {news.length > 1 && "Last, at "}
      {news.length === 1 && "At "}
      {formatTime(Date.parse(newest.at), timeZone)}: {newest.text}
    </Banner>
  );
}
