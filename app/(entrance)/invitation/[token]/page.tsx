import type { Metadata } from "next";
import { DeadLink } from "@/components/auth/dead-link";
import { EntranceHead } from "@/components/auth/entrance-head";
import { InvitationForm } from "@/components/auth/invitation-form";
import { readLink } from "@/lib/auth/links/one-time-links";
import { timeZones } from "@/lib/kernel/time-zones";
import { parts } from "@/lib/server/parts";

export const metadata: Metadata = { title: "Invitation" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { problem, email, name } = await readLink(await parts(), "invitation", token);
  if (problem || !email) return <DeadLink title="This invitation does not work." problem={problem ?? ""} />;
  return (
    <>
      <EntranceHead title="Join Quarterdeck">
        You sign in with <strong className="font-semibold">{email}</strong>. Choose a password.
      </EntranceHead>
      <InvitationForm token={token} email={email} name={name ?? ""} timeZones={timeZones()} />
    </>
  );
}
