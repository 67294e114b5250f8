"use client";

import type { ApiError } from "@/components/api/fetch";
import type { RoomView } from "@/components/room/use-room-view";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { formatTimeWithSeconds } from "@/lib/kernel/clock-times";
import { updateFields } from "@/lib/updates/draft-body.rules";
import { textOf } from "@/lib/updates/lines.rules";
import { NewsNotice } from "./news-notice";
import type { Composer } from "./use-composer";
import { FIELD_LABELS } from "./field-labels";

interface ComposerNoticesProps {
  room: RoomView;
  composer: Composer;
  /** Somebody else posted this update. */
  isTaken: boolean;
  error: ApiError | null;
}

/** What stands in the way of the author's words, and the ways on. Nothing typed is lost in any of them. */
export function ComposerNotices({ room, composer, isTaken, error }: ComposerNoticesProps) {
  return (
    <>
      {isTaken && <Taken room={room} composer={composer} />}
      {composer.work.theirs && <SavedByOther room={room} composer={composer} />}
      {!isTaken && !composer.work.theirs && <NewsNotice news={composer.news} onTakeIn={composer.takeIn} />}
      {error && !isTaken && (
        <Banner tone="bad" title={error.detail}>
          {error.code !== "offline" && "Your text is kept."}
        </Banner>
      )}
    </>
  );
}

function Taken({ room, composer }: Pick<ComposerNoticesProps, "room" | "composer">) {
  const { state, names, timeZone } = room;
  const { work, keeper } = composer;
  const next = state.cadence.updatesPosted + 1;
  const posted = state.updates.find(({ number }) => number === work.number);
  const who = posted?.postedById ? names.person(posted.postedById) : "Somebody";
  const when = posted ? ` at ${formatTimeWithSeconds(Date.parse(posted.postedAt), timeZone)}` : "";
  const again = () => {
    keeper.moveTo(next);
    composer.draftAgain();
  };
  return (
    <Banner
      tone="warn"
      title={`${who} posted update ${work.number}${when}.`}
      action={
        <span className="flex gap-1.5">
          <Button size="sm" onClick={() => keeper.moveTo(next)}>
            Go on as update {next}
          </Button>
          <Button size="sm" onClick={again}>
            Draft again
          </Button>
        </span>
      }
    >
      Your text is kept.
    </Banner>
  );
}

function SavedByOther({ room, composer }: Pick<ComposerNoticesProps, "room" | "composer">) {
  const { theirs } = composer.work;
  if (!theirs) return null;
  const who = theirs.savedById === room.me.id ? "You, elsewhere," : room.names.person(theirs.savedById);
  return (
    <div className="grid gap-1.5">
      <Banner
        tone="warn"
        title={`${who} saved this draft at ${formatTimeWithSeconds(Date.parse(theirs.savedAt), room.timeZone)}.`}
        action={
          <span className="flex gap-1.5">
            <Button size="sm" onClick={() => composer.keeper.takeTheirs()}>
              Use theirs
            </Button>
            <Button size="sm" onClick={() => composer.keeper.keepMine()}>
              Keep mine
            </Button>
          </span>
        }
      >
        Yours is kept here and not saved until you choose.
      </Banner>
      <details className="px-3.5">
        <summary className="w-fit font-medium">What they wrote</summary>
        {updateFields.map((field) => (
          <div key={field} className="mt-1">
            <p className="meta">{FIELD_LABELS[field]}</p>
            <p className="whitespace-pre-wrap">{textOf(theirs.body[field]) || "Nothing yet"}</p>
          </div>
        ))}
      </details>
    </div>
  );
}
