import type { Metadata } from "next";
import { WebhooksPage } from "@/components/webhooks/webhooks-page";
import { contextFor } from "@/lib/auth/page-context";
import { listWebhooks } from "@/lib/webhooks/list-webhooks";

export const metadata: Metadata = { title: "Webhooks" };

export default async function Page() {
  const ctx = await contextFor("settings.administer");
  return <WebhooksPage first={await listWebhooks(ctx)} />;
}
