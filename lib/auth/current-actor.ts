import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { PersonActor } from "@/lib/kernel/actor";
import { PATH_HEADER } from "@/lib/server/own-headers";
import { parts } from "@/lib/server/parts";
import { actorOf } from "./session";

/** Who opens this page, or null. Asked once a request, however often it is called. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  // Reading the request first tells Next that the page is made anew for each.
  const cookies = (await headers()).get("cookie");
  const { db, env } = await parts();
  return actorOf(cookies, { db, authSecret: env.authSecret, publicUrl: env.publicUrl });
});

/** Who opens this page. Sends everybody else to sign in, and back here afterwards. */
export async function requireActor(): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor) return actor;
  const path = (await headers()).get(PATH_HEADER);
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}
