"use client";

import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { apiGet } from "@/components/api/fetch";
import { directoryKey, useDirectory } from "@/components/api/directory";
import { useMe } from "@/components/api/me";
import { setServerTime } from "@/components/clock/use-server-now";
import { announce } from "@/components/ui/announce";
import { Banner } from "@/components/ui/banner";
import { ButtonLink, IconButton } from "@/components/ui/button";
import { passFocus } from "@/components/ui/pass-focus";
import { createStore, useStore } from "@/components/ui/store";
import { soundTone } from "@/components/ui/tone";
import type { ListDto } from "@/lib/incidents/dto";
import type { Notice } from "@/lib/server/live/notices.rules";
import { afterRow, noticeLink, noticeWords } from "./notice.rules";
import { useDismissal } from "./use-dismissal";
import { useGivenSteps } from "./use-given-steps";
import { useLiveMessages } from "./use-live";
import { useNewPeople } from "./use-new-people";

const waiting = createStore<readonly Notice[]>([]);

/** What waits for this person, for the window's title: the newest notice in words, or null. */
export function useNoticeTitle(): string | null {
  const { personName } = useDirectory();
  const notice = useStore(waiting).at(-1);
  return notice ? noticeWords(notice, personName(notice.byId)) : null;
}

/** Asked, offered, added, mentioned: shown on every screen of that person until they open or close it on one of them. */
export function Notices() {
  const { personName } = useDirectory();
  const { dismiss, isAway } = useDismissal();
  const notices = useStore(waiting).filter((notice) => !isAway(notice));
  const steps = useGivenSteps(notices);
  const client = useQueryClient();
  const me = useMe();
  const path = usePathname();
  useNewPeople();
  useLiveMessages((message) => {
    if (message.type === "time") setServerTime(message.now);
    // Perhaps the session was ended elsewhere, which a stream cannot tell: a read then leads to the sign-in page.
    if (message.type === "state" && message.state === "reconnecting")
      void client.invalidateQueries({ queryKey: directoryKey });
    if (message.type === "row") waiting.set((before) => afterRow(before, message.row, me.id));
    if (message.type === "dismissal" && message.dismissed)
      waiting.set((before) => before.filter((known) => !isSame(known, message)));
    if (message.type === "gone")
      waiting.set((before) => before.filter(({ incidentId }) => incidentId !== message.id));
    // Without an answer they wait on; the next row of the incident tells.
    if (message.type === "resync") lookAgain(me.id).catch(() => undefined);
    if (message.type !== "notice") return;
    waiting.set((before) => [...before.filter((known) => !isSame(known, message.notice)), message.notice]);
    announce(noticeWords(message.notice, personName(message.notice.byId)));
    soundTone();
  });
  const close = (notice: Notice, said?: string) => {
    const others = (before: readonly Notice[]) => before.filter((known) => !isSame(known, notice));
    waiting.set(others);
    dismiss(notice, { said, onBack: () => waiting.set((before) => [...others(before), notice]) });
  };
  if (notices.length === 0) return null;
  return (
    <div className="sticky top-0 z-30 space-y-px print:hidden">
      {notices.map((notice) => (
        <Banner
          key={`${notice.incidentId}#${notice.seq}`}
          tone="warn"
          icon="bell"
          title={noticeWords(notice, personName(notice.byId), steps)}
          action={
            <span className="flex items-center gap-1">
              <ButtonLink
                size="sm"
                variant={notice.kind === "offered" ? "primary" : undefined}
                href={noticeLink(notice, path).href}
                onClick={() => notice.kind !== "offered" && close(notice)}
              >
                {noticeLink(notice, path).label}
              </ButtonLink>
              <IconButton
                icon="cross"
                size="sm"
                variant="quiet"
                label="Close"
                data-closes-notice
                onClick={({ currentTarget }) => {
                  passFocus(currentTarget, "[data-closes-notice]");
                  close(notice, "Notice closed");
                }}
              />
            </span>
          }
        />
      ))}
    </div>
  );
}

/** What became of offers while the stream was away. */
async function lookAgain(me: string): Promise<void> {
  const offers = waiting.get().filter(({ kind }) => kind === "offered");
  for (const { incidentKey } of offers) {
    const { rows } = await apiGet<ListDto>(`/incidents?kind=any&q=${encodeURIComponent(incidentKey)}`);
    for (const row of rows) waiting.set((before) => afterRow(before, row, me));
  }
}

function isSame(a: Notice, b: Pick<Notice, "incidentId" | "seq">): boolean {
  return a.incidentId === b.incidentId && a.seq === b.seq;
}
