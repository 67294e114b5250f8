"use client";

import { useState } from "react";
import { leaveSignedOut } from "@/components/api/leave";
import { useWrite } from "@/components/api/use-write";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Signs out everywhere, this browser included. */
export function SessionsForm() {
  const [asking, setAsking] = useState(false);
  const { mutate, isPending, error } = useWrite<unknown>(() => ({ method: "DELETE", path: "/me/sessions" }), {
    onSuccess: leaveSignedOut,
  });
  return (
    <>
      <Button icon="sign-out" onClick={() => setAsking(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        description="Every browser is signed out within seconds, this one too. What is typed and not sent there is lost."
        confirmLabel="Sign out everywhere"
        onConfirm={() => mutate()}
        busy={isPending}
        error={error?.detail}
      />
    </>
  );
}
