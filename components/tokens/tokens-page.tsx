"use client";

import { useState } from "react";
import { AdminNav } from "@/components/settings/admin-nav";
import { TopBar } from "@/components/shell/top-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelHead } from "@/components/ui/panel";
import type { TokensDto } from "@/lib/people/tokens/dto";
import { MakeTokenDialog } from "./make-token-dialog";
import { TokenRow } from "./token-row";
import { useTokens } from "./use-tokens";

/** What machines act with: made here, shown once, revoked here. */
export function TokensPage({ first }: { first: TokensDto }) {
  const [making, setMaking] = useState(false);
  const tokens = useTokens(first);
  return (
    <>
      <TopBar
        title="Administration"
        actions={
          <Button variant="primary" icon="plus" onClick={() => setMaking(true)}>
            Make a token
          </Button>
        }
      />
      <AdminNav />
      <section aria-label="Tokens" className="max-w-240 pb-12">
        <PanelHead title="Tokens" count={tokens.length} />
        <p className="meta px-4 pb-2">
          A machine sends its token with each request and may do what the token is for, no more. Revoked ones
          are on the audit log.
        </p>
        {tokens.length === 0 ? (
          <EmptyState
            title="No machine has a token."
            text="Make one for your CI, and it can send runbooks. What it does stands on the record under its name."
          />
        ) : (
          <ul aria-label="Tokens" className="border-line border-y">
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </ul>
        )}
      </section>
      <MakeTokenDialog open={making} onOpenChange={setMaking} />
    </>
  );
}
