import type { Metadata } from "next";
import { TokensPage } from "@/components/tokens/tokens-page";
import { contextFor } from "@/lib/auth/page-context";
import { listTokens } from "@/lib/people/tokens/list-tokens";

export const metadata: Metadata = { title: "Tokens" };

export default async function Page() {
  const ctx = await contextFor("token.administer");
  return <TokensPage first={await listTokens(ctx)} />;
}
