import type { Metadata } from "next";
import { TargetsPage } from "@/components/targets/targets-page";
import { contextFor } from "@/lib/auth/page-context";
import { listTargets } from "@/lib/settings/targets/list-targets";

export const metadata: Metadata = { title: "Targets" };

export default async function Page() {
  const ctx = await contextFor("settings.administer");
  return <TargetsPage first={await listTargets(ctx)} />;
}
