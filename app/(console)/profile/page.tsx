import type { Metadata } from "next";
import { ProfilePage } from "@/components/people/profile-page";
import { TopBar } from "@/components/shell/top-bar";
import { requireActor } from "@/lib/auth/current-actor";
import { timeZones } from "@/lib/kernel/time-zones";
import { readOwnProfile } from "@/lib/people/own-profile";
import { parts } from "@/lib/server/parts";

export const metadata: Metadata = { title: "Profile" };

export default async function Page() {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const profile = await readOwnProfile({ db, clock, actor });
  return (
    <>
      <TopBar title="Profile" />
      <ProfilePage first={profile} timeZones={timeZones()} />
    </>
  );
}
