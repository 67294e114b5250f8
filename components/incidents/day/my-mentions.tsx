"use client";

import { useDirectory } from "@/components/api/directory";
import { useServerNow } from "@/components/clock/use-server-now";
import { ButtonLink, IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { ListRow } from "@/components/ui/list-row";
import { PanelHead } from "@/components/ui/panel";
import { passFocus } from "@/components/ui/pass-focus";
import { formatAgo } from "@/lib/kernel/durations";
import type { MyMention } from "@/lib/room/day.dto";

interface MyMentionsProps {
  mentions: readonly MyMention[];
  onPutAway: (mention: MyMention) => void;
}

/** Notes that mention me, until I have been in their room or put them away. */
export function MyMentions({ mentions, onPutAway }: MyMentionsProps) {
  const { personName } = useDirectory();
  const now = useServerNow({ step: 10_000 });
  if (mentions.length === 0) return null;
  return (
    <section aria-label="Mentions">
      <PanelHead title="Mentions" count={mentions.length} />
      <ul>
        {mentions.map((mention) => {
          const { incidentKey, seq, byId, at, text } = mention;
          return (
            <ListRow
              key={`${incidentKey}#${seq}`}
              icon={<Icon name="bell" />}
              title={text}
              meta={`${byId ? personName(byId) : "Somebody"} in ${incidentKey}`}
              aside={formatAgo(Date.parse(at), now)}
              action={
                <>
                  <ButtonLink
                    size="sm"
                    href={`/incidents/${incidentKey}#entry-${seq}`}
                    aria-label={`Open the note in ${incidentKey}`}
                  >
                    Open
                  </ButtonLink>
                  <IconButton
                    icon="cross"
                    size="sm"
                    variant="quiet"
                    label={`Put the mention in ${incidentKey} away`}
                    data-puts-away
                    onClick={({ currentTarget }) => {
                      passFocus(currentTarget, "[data-puts-away]");
                      onPutAway(mention);
                    }}
                  />
                </>
              }
            />
          );
        })}
      </ul>
    </section>
  );
}
