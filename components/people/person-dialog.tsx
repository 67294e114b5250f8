"use client";

import type { PersonDto } from "@/lib/people/dto";
import { AccessRoleDialog } from "./access-role-dialog";
import { ConfirmPersonAct } from "./confirm-person-act";
import { ResetLinkDialog } from "./reset-link-dialog";

export type PersonAct = "access-role" | "reset-link" | "sign-out" | "deactivate" | "reactivate";

interface PersonDialogProps {
  person: PersonDto;
  act: PersonAct;
  onClose: () => void;
}

/** The dialog of one act on one person. */
export function PersonDialog({ person, act, onClose }: PersonDialogProps) {
  if (act === "access-role") return <AccessRoleDialog person={person} onClose={onClose} />;
  if (act === "reset-link") return <ResetLinkDialog person={person} onClose={onClose} />;
  return <ConfirmPersonAct person={person} act={act} onClose={onClose} />;
}
