"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import type { Link } from "@/lib/auth/dto";
import type { PersonDto } from "@/lib/people/dto";
import { OneTimeLink } from "./one-time-link";
import { usePersonWrite } from "./use-person-write";

/** Makes a link by which a person chooses a new password, and shows it once. */
export function ResetLinkDialog({ person, onClose }: { person: PersonDto; onClose: () => void }) {
  const { mutate, data, isPending, error } = usePersonWrite<Link>(
    { method: "POST", path: `/people/${person.id}/password-reset-links` },
    () => {},
  );
  if (data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`Reset link for ${person.name}`}
        sticky
        footer={<Button onClick={onClose}>Done</Button>}
      >
        <OneTimeLink url={data.url} expiresAt={data.expiresAt} text={`Send it to ${person.name}.`} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Make a reset link for ${person.name}?`}
      description="Whoever opens it chooses a new password and is signed in. Earlier reset links stop working."
      confirmLabel="Make the link"
      onConfirm={() => mutate()}
      busy={isPending}
      error={error?.detail}
    />
  );
}
