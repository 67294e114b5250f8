"use client";

import { useQuery } from "@tanstack/react-query";
import { useDirectory } from "@/components/api/directory";
import { apiGet, messageOf } from "@/components/api/fetch";
import { PersonChip } from "@/components/incident-parts/person-chip";
import { Banner } from "@/components/ui/banner";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { ContactsDto } from "@/lib/incidents/dto";
import type { IncidentDialogProps } from "../incident-view";

const WORDS = { email: "e-mail", phone: "phone", chat: "chat" } as const;

/** How those who take part are reached. */
export function ContactsDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const { key } = room.state;
  const { personName } = useDirectory();
  const contacts = useQuery({
    queryKey: ["incidents", key, "contacts"],
    queryFn: ({ signal }) => apiGet<ContactsDto>(`/incidents/${key}/contacts`, { signal }),
    enabled: open,
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Contacts"
      description={`Who takes part in ${key}`}
      size="sm"
    >
      {contacts.isPending && <SkeletonRows rows={4} />}
      {contacts.error && <Banner tone="bad" title={messageOf(contacts.error)} />}
      <ul className="divide-line divide-y">
        {contacts.data?.contacts.map(({ personId, addresses }) => (
          <li key={personId} className="py-2">
            <PersonChip
              name={room.names.person(personId)}
              fullName={personName(personId)}
              commander={personId === room.state.commanderId && room.state.status !== "declared"}
              you={personId === room.me.id}
            />
            <ul className="mt-1 grid gap-1 pl-7.5">
              {addresses.map(({ kind, value }) => (
                <li key={`${kind} ${value}`} className="flex flex-wrap gap-x-2">
                  <span className="meta w-12">{WORDS[kind]}</span>
                  <Address kind={kind} value={value} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Address({ kind, value }: ContactsDto["contacts"][number]["addresses"][number]) {
  const scheme = { email: "mailto:", phone: "tel:", chat: null }[kind];
  if (!scheme) return <span className="break-all">{value}</span>;
  return (
    <a className="link break-all" href={`${scheme}${kind === "phone" ? value.replaceAll(" ", "") : value}`}>
      {value}
    </a>
  );
}
