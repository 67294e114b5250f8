"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { providerAddress } from "./next-auth-client";
import { useHydrated } from "@/components/ui/use-hydrated";

interface ProviderButtonProps {
  /** What people call it. */
  name: string;
  next: string;
  /** The sign-in page at the console's public address, when this one was opened at another. */
  at: string | null;
}

/** Signs in through the organisation's identity provider. */
export function ProviderButton({ name, next, at }: ProviderButtonProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const hydrated = useHydrated();
  const label = `Sign in with ${name}`;

  async function go() {
    setBusy(true);
    setFailed(false);
    const address = await providerAddress(next);
    if (address) return window.location.assign(address);
    setFailed(true);
    setBusy(false);
  }

  return (
    <div className="border-line grid gap-3 border-t pt-6">
      {at ? (
        <a href={at} className={cn(buttonClass({ size: "lg" }))}>
          {label}
        </a>
      ) : (
        <Button size="lg" icon="lock" busy={busy} disabled={!hydrated} onClick={() => void go()}>
          {label}
        </Button>
      )}
      {failed && <Banner tone="bad" title={`${name} does not answer. Try again, or use your password.`} />}
    </div>
  );
}
