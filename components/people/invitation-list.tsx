"use client";

import { useQuery } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import { Button } from "@/components/ui/button";
import { PanelHead } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { Invitation } from "@/lib/people/dto";
import { peopleKeys } from "./keys";
import { usePersonWrite } from "./use-person-write";

/** Invitations that were not accepted yet; nothing when there are none. */
export function InvitationList({ first }: { first: Invitation[] }) {
  const { data } = useQuery({
    queryKey: peopleKeys.invitations,
    queryFn: ({ signal }) => apiGet<{ invitations: Invitation[] }>("/invitations", { signal }),
    initialData: { invitations: first },
  });
  if (data.invitations.length === 0) return null;
  return (
    <section aria-label="Open invitations">
      <PanelHead title="Open invitations" count={data.invitations.length} />
      <ul className="border-line border-y">
        {data.invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function InvitationRow({
  invitation: { id, email, name, accessRole, expiresAt },
}: {
  invitation: Invitation;
}) {
  const { mutate, isPending } = usePersonWrite({ method: "DELETE", path: `/invitations/${id}` }, () =>
    toast.done("Invitation withdrawn"),
  );
  return (
    <li className="border-line phone:min-h-14 flex min-h-11 items-center gap-3 border-t px-4 py-1.5 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name ?? email}</p>
        <p className="meta truncate">
          {name && `${email}, `}
          as {accessRole}, until <Time at={Date.parse(expiresAt)} show="date" />
        </p>
      </div>
      <Button
        variant="quiet"
        busy={isPending}
        aria-label={`Withdraw the invitation for ${email}`}
        onClick={() =>
          mutate(undefined, { onError: (error) => toast.failed(error.detail, { retry: () => mutate() }) })
        }
      >
        Withdraw
      </Button>
    </li>
  );
}
