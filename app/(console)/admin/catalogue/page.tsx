import type { Metadata } from "next";
import { CataloguePage } from "@/components/settings/catalogue-page";
import { contextFor } from "@/lib/auth/page-context";
import { readCatalogue } from "@/lib/settings/catalogue";

export const metadata: Metadata = { title: "Environments and services" };

export default async function Page() {
  const ctx = await contextFor("settings.administer");
  return <CataloguePage first={await readCatalogue(ctx)} />;
}
