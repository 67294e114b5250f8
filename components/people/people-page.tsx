"use client";

import { useState } from "react";
import { AdminNav } from "@/components/settings/admin-nav";
import { TopBar } from "@/components/shell/top-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Invitation, PeoplePage as Page } from "@/lib/people/dto";
import { InvitationList } from "./invitation-list";
import { InviteDialog } from "./invite-dialog";
import type { PeopleFilters } from "./keys";
import { PeopleFilterBar } from "./people-filter-bar";
import { PersonRow } from "./person-row";
import { usePeople } from "./use-people";

interface PeoplePageProps {
  filters: PeopleFilters;
  first: Page;
  invitations: Invitation[];
}

/** Who may come in, and as what. */
export function PeoplePage({ filters, first, invitations }: PeoplePageProps) {
  const [inviting, setInviting] = useState(false);
  const { people, more, loadMore, loading } = usePeople(filters, first);
  const filtered = Object.values(filters).some(Boolean);
  return (
    <>
      <TopBar
        title="Administration"
        actions={
          <Button variant="primary" icon="plus" onClick={() => setInviting(true)}>
            Invite
          </Button>
        }
      />
      <AdminNav />
      <InvitationList first={invitations} />
      <PeopleFilterBar filters={filters} />
      {people.length === 0 ? (
        <EmptyState
          title={filtered ? "Nobody matches." : "Nobody is here yet."}
          text={filtered ? "Take a filter away, or search for another part of the name." : undefined}
        />
      ) : (
        <ul aria-label="People" className="border-line border-y">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      {more && (
        <div className="p-4">
          <Button onClick={loadMore} busy={loading}>
            Show more
          </Button>
        </div>
      )}
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </>
  );
}
