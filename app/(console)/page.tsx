import { DayPage } from "@/components/incidents/day/day-page";
import { requireActor } from "@/lib/auth/current-actor";
import { readOwnProfile } from "@/lib/people/own-profile";
import { readDay } from "@/lib/room/read-day";
import { parts } from "@/lib/server/parts";

export default async function Page() {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const ctx = { db, clock, actor };
  const [day, { email }] = await Promise.all([readDay(ctx), readOwnProfile(ctx)]);
  return <DayPage initial={day} email={email} />;
}
