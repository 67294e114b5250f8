"use client";

import { useState } from "react";
import { Tabs } from "@/components/ui/tabs";
import type { SlackFacts } from "@/lib/outbox/channels/slack-text.rules";
import { slackBody } from "@/lib/outbox/channels/slack.rules";
import type { IncidentStatus } from "@/lib/timeline/events/common";
import { updateFields, type DraftBody } from "@/lib/updates/draft-body.rules";
import { textOf } from "@/lib/updates/lines.rules";
import { FIELD_LABELS } from "./field-labels";
import { readAsChat } from "./chat-text.rules";

interface PreviewProps {
  number: number;
  status: IncidentStatus;
  body: DraftBody;
  facts: SlackFacts;
}

const VIEWS = [
  { value: "chat", label: "Slack" },
  { value: "room", label: "Room" },
] as const;

/** What they will read: the very text that is sent, and what the timeline shows. */
export function Preview(props: PreviewProps) {
  const [view, setView] = useState<(typeof VIEWS)[number]["value"]>("chat");
  return (
    <Tabs value={view} onValueChange={setView} items={VIEWS} label="Preview" aside="What they will read">
      <article className="border-card bg-surface m-4 mb-3 rounded-md border px-4 py-3.5 text-base break-words">
        {view === "chat" ? <AsChat {...props} /> : <AsRoom {...props} />}
      </article>
    </Tabs>
  );
}

function AsChat({ number, status, body, facts }: PreviewProps) {
  const { text } = slackBody(
    {
      ...{ number, status, final: false },
      current: textOf(body.current),
      progress: textOf(body.progress),
      blockers: textOf(body.blockers),
    },
    facts,
  );
  return (
    <p className="whitespace-pre-wrap">
      {readAsChat(text).map(({ text: line, bold }, index) =>
        bold ? (
          <strong key={index} className="block font-semibold">
            {line}
          </strong>
        ) : (
          <span key={index} className="block min-h-5">
            {line}
          </span>
        ),
      )}
    </p>
  );
}

function AsRoom({ number, body, facts }: PreviewProps) {
  return (
    <>
      <h3>
        {facts.commander ?? "You"} posted update {number}
      </h3>
      <dl>
        {updateFields
          .map((field) => ({ field, text: textOf(body[field]).trim() }))
          .filter(({ text }) => text !== "")
          .map(({ field, text }) => (
            <div key={field} className="mt-2">
              <dt className="meta">{FIELD_LABELS[field]}</dt>
              <dd className="whitespace-pre-wrap">{text}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
