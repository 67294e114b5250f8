"use client";

import Link from "next/link";
import type { ApiError, WriteMethod } from "@/components/api/fetch";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { PersonDto } from "@/lib/people/dto";
import type { PersonAct } from "./person-dialog";
import { usePersonWrite } from "./use-person-write";

type Confirmed = Extract<PersonAct, "sign-out" | "deactivate" | "reactivate">;

interface Wording {
  method: WriteMethod;
  noun: string;
  title: string;
  description: string;
  confirm: string;
  done: string;
}

const wordings: Record<Confirmed, (name: string) => Wording> = {
  "sign-out": (name) => ({
    ...{ method: "DELETE", noun: "sessions", confirm: "Sign out everywhere" },
    title: `Sign ${name} out everywhere?`,
    description: "Every browser of theirs is signed out within seconds. They can sign in again.",
    done: `${name} is signed out everywhere`,
  }),
  deactivate: (name) => ({
    ...{ method: "POST", noun: "deactivation", confirm: "Deactivate" },
    title: `Deactivate ${name}?`,
    description:
      "They are signed out within seconds and cannot sign in. What they did stays under their name; what they have in hand is offered to others.",
    done: `${name} is deactivated`,
  }),
  reactivate: (name) => ({
    ...{ method: "DELETE", noun: "deactivation", confirm: "Reactivate" },
    title: `Reactivate ${name}?`,
    description: "They can sign in again, with the access role and password they had.",
    done: `${name} is active again`,
  }),
};

interface ConfirmPersonActProps {
  person: PersonDto;
  act: Confirmed;
  onClose: () => void;
}

/** Asks before an act on a person that takes one word. */
export function ConfirmPersonAct({ person, act, onClose }: ConfirmPersonActProps) {
  const { method, noun, title, description, confirm, done } = wordings[act](person.name);
  const { mutate, isPending, error } = usePersonWrite(
    { method, path: `/people/${person.id}/${noun}` },
    () => {
      toast.done(done);
      onClose();
    },
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      confirmLabel={confirm}
      danger={act === "deactivate"}
      onConfirm={() => mutate()}
      busy={isPending}
      error={error?.detail}
    >
      <IncidentsInTheWay error={error} />
    </ConfirmDialog>
  );
}

/** The incidents whose command must be handed over first. */
function IncidentsInTheWay({ error }: { error: ApiError | null }) {
  const incidents = error?.details.incidents;
  if (!Array.isArray(incidents)) return null;
  return (
    <ul className="grid gap-1">
      {(incidents as { key: string; title: string }[]).map(({ key, title }) => (
        <li key={key}>
          <Link href={`/incidents/${key}`} prefetch={false} className="text-act font-medium underline">
            {key} {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
