import type { Metadata } from "next";
import { DeadLink } from "@/components/auth/dead-link";
import { EntranceHead } from "@/components/auth/entrance-head";
import { SetUpForm } from "@/components/auth/set-up-form";
import { readLink } from "@/lib/auth/links/one-time-links";
import { timeZones } from "@/lib/kernel/time-zones";
import { parts } from "@/lib/server/parts";

export const metadata: Metadata = { title: "Set up" };

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { problem } = await readLink(await parts(), "setup", token);
  if (problem) return <DeadLink title="This console cannot be set up by this link." problem={problem} />;
  return (
    <>
      <EntranceHead title="Set up Quarterdeck">
        You become its first administrator. Then you can invite the others.
      </EntranceHead>
      <SetUpForm token={token} timeZones={timeZones()} />
    </>
  );
}
