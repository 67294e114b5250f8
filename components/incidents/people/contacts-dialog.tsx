"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
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
      description={`Who takes part in ${key}, and whom its runbooks name`}
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
      {contacts.data?.runbooks.map((runbook) => (
        <RunbookContacts key={runbook.slug} {...runbook} />
      ))}
    </Dialog>
  );
}

/** Whom to tell, and when: as a runbook that is walked says it. */
function RunbookContacts({ slug, number, title, escalation, contacts }: ContactsDto["runbooks"][number]) {
  return (
    <section className="border-line mt-2 border-t pt-2">
      <h3 className="font-semibold break-words">
        <Link
          prefetch={false}
          href={`/runbooks/${slug}/versions/${number}`}
          className="link phone:inline-flex phone:min-h-11 phone:items-center"
        >
          {title}, version {number}
        </Link>
      </h3>
      <ul className="divide-line divide-y">
        {escalation.map(({ issue, target, within }, index) => (
          <li key={index} className="py-1.5 break-words">
            {issue}
            <p className="text-ink-2">{[target, within].filter(Boolean).join(", ")}</p>
          </li>
        ))}
        {contacts.map(({ name, role, channels }, index) => (
          <li key={index} className="py-1.5 break-words">
            {name}
            {role !== null && role !== name && <span className="meta ml-1.5">{role}</span>}
            <ul className="mt-0.5 grid gap-0.5">
              {channels.map(({ kind, value }) => (
                <li key={`${kind} ${value}`} className="flex flex-wrap gap-x-2">
                  <span className="meta min-w-12">{kind}</span>
                  <Address kind={asKind(kind)} value={value} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Kind = keyof typeof WORDS;

/** What a runbook calls a way to reach somebody: only e-mail and telephone can be opened. */
function asKind(word: string): Kind {
  if (/^e-?mail$/i.test(word)) return "email";
  return /^(?:phone|telephone|tel|mobile)$/i.test(word) ? "phone" : "chat";
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
