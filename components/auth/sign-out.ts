import { leaveSignedOut } from "@/components/api/leave";
import { toast } from "@/components/ui/toast";
import { endOwnSession } from "./next-auth-client";

/** Signs this browser out and shows the sign-in page. */
export async function signOutHere(): Promise<void> {
  if (await endOwnSession()) leaveSignedOut();
  else
    toast.failed("The console does not answer: you are still signed in.", {
      retry: () => void signOutHere(),
    });
}
