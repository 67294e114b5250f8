import type { Metadata } from "next";
import { DeadLink } from "@/components/auth/dead-link";
import { EntranceHead } from "@/components/auth/entrance-head";
import { ResetForm } from "@/components/auth/reset-form";
import { readLink } from "@/lib/auth/links/one-time-links";
import { parts } from "@/lib/server/parts";

export const metadata: Metadata = { title: "New password" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { problem, email } = await readLink(await parts(), "password_reset", token);
  if (problem || !email) return <DeadLink title="This link does not work." problem={problem ?? ""} />;
  return (
    <>
      <EntranceHead title="Choose a new password">
        For <strong className="font-semibold">{email}</strong>. You are signed out everywhere else.
      </EntranceHead>
      <ResetForm token={token} email={email} />
    </>
  );
}
