"use client";

import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { useServerNow } from "@/components/clock/use-server-now";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { TokenDto } from "@/lib/people/tokens/dto";
import { useRevokeToken } from "./use-tokens";

/** One token: what it is for, whose it is, when it was used, how long it works. */
export function TokenRow({ token }: { token: TokenDto }) {
  const { personName } = useDirectory();
  const [revoking, setRevoking] = useState(false);
  const { mutate, isPending, error } = useRevokeToken(token.id);
  const { name, ending, accessRole, scopes, createdById, lastUsedAt } = token;
  return (
    <li className="border-line phone:min-h-14 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t px-4 py-1.5 first:border-t-0">
      <span className="min-w-0 flex-1 basis-60">
        <span className="block truncate font-medium">{name}</span>
        <span className="meta block break-words">
          <code>qd_…{ending}</code>, as {accessRole}: {scopes.join(", ")}
        </span>
        <span className="meta block">
          made by {personName(createdById)};{" "}
          {lastUsedAt ? (
            <>
              used <Time at={Date.parse(lastUsedAt)} show="relative" />
            </>
          ) : (
            "never used"
          )}
        </span>
      </span>
      <span className="ml-auto flex items-center gap-2">
        <Until token={token} />
        <Button variant="quiet" aria-label={`Revoke ${name}`} onClick={() => setRevoking(true)}>
          Revoke
        </Button>
      </span>
      {revoking && (
        <ConfirmDialog
          open
          onOpenChange={setRevoking}
          title={`Revoke ${name}?`}
          description="What uses it is refused from its next request on. It cannot be brought back: make a new one then."
          confirmLabel="Revoke"
          danger
          busy={isPending}
          error={error?.detail}
          onConfirm={() => mutate(undefined, { onSuccess: () => toast.done(`${name} is revoked`) })}
        />
      )}
    </li>
  );
}

const SOON_MS = 14 * 24 * 3_600_000;

function Until({ token: { expiresAt } }: { token: TokenDto }) {
  const left = Date.parse(expiresAt) - useServerNow({ step: 60_000 });
  const day = <Time at={Date.parse(expiresAt)} show="date" />;
  if (left <= 0)
    return (
      <Tag tone="bad" icon="cross">
        expired {day}
      </Tag>
    );
  if (left < SOON_MS)
    return (
      <Tag tone="warn" icon="clock">
        until {day}
      </Tag>
    );
  return <span className="meta">until {day}</span>;
}
