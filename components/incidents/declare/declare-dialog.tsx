"use client";

import { useRef, useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { useMe } from "@/components/api/me";
import { useWrite } from "@/components/api/use-write";
import { serverNow } from "@/components/clock/server-time";
import { useTimeZone } from "@/components/clock/use-server-now";
import { useGo } from "@/components/shell/leaving";
import type { Written } from "@/lib/incidents/dto";
import { FormDialog } from "../form-dialog";
import { useKept } from "../use-kept";
import { AlreadyOpen } from "./already-open";
import { DeclareFields } from "./declare-fields";
import { bodyOf, emptyForm, errorsIn, type DeclareForm } from "./declare-form.rules";
import type { DeclareStart } from "./declare-store";

interface DeclareDialogProps {
  start: DeclareStart;
  onClose: () => void;
}

/** Declares an incident: the title, a severity, Enter. The rest has a default and can be put right in the room. */
export function DeclareDialog({ start, onClose }: DeclareDialogProps) {
  const go = useGo();
  const me = useMe();
  const timeZone = useTimeZone();
  const { environments } = useDirectory();
  const [kept, setKept, forget] = useKept<DeclareForm>("declare", emptyForm);
  const [begun, setBegun] = useState(start);
  const [shown, setShown] = useState(false);
  // What an older release kept has not all that is asked now.
  const form = { ...emptyForm, ...kept, ...begun };
  form.environmentId ||= environments.find(({ archived }) => !archived)?.id ?? "";
  const errors = errorsIn(form);
  // A second click or a retry sends the same body, with the same "now": only then it is the same act.
  const attempt = useRef<{ asked: string; body: object } | null>(null);
  const write = useWrite<Written, object>((body) => ({ method: "POST", path: "/incidents", body }), {
    onSuccess: ({ key }) => {
      forget();
      onClose();
      go(`/incidents/${key}`);
    },
  });

  function change(part: Partial<DeclareForm>) {
    setBegun((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in part))));
    setKept((before) => ({ ...before, ...part }));
  }

  function declare() {
    if (Object.keys(errors).length > 0) {
      setShown(true);
      requestAnimationFrame(focusFirstError);
      return;
    }
    const asked = JSON.stringify(form);
    if (attempt.current?.asked !== asked) {
      attempt.current = { asked, body: bodyOf(form, { me: me.id, now: serverNow(), timeZone }) };
    }
    write.mutate(attempt.current.body);
  }

  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={form.kind === "drill" ? "Start a drill" : "Declare an incident"}
      confirmLabel={form.kind === "drill" ? "Start the drill" : "Declare"}
      onSubmit={declare}
      busy={write.isPending}
      error={write.error?.message}
    >
      <DeclareFields
        form={form}
        errors={shown ? errors : {}}
        onChange={change}
        belowTitle={<AlreadyOpen form={form} onLeave={onClose} />}
      />
    </FormDialog>
  );
}

function focusFirstError() {
  document
    .querySelector<HTMLElement>(
      "[role=dialog] [aria-invalid=true] input, [role=dialog] input[aria-invalid=true]",
    )
    ?.focus();
}
