"use client";

import { Wordmark } from "@/components/shell/mark";
import { Button, ButtonLink } from "@/components/ui/button";

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

/** What is shown when a page fails while it is made. The incident itself goes on. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <main className="mx-auto grid min-h-[80dvh] max-w-120 content-center gap-6 px-6">
      <title>Not available · Quarterdeck</title>
      <Wordmark />
      <div role="alert">
        <h1 className="text-2xl font-bold tracking-tight">This page could not be made.</h1>
        <p className="text-ink-2 mt-1 text-base">
          Nothing was lost: what was saved is saved, and clocks run on. Try again; if it stays like this, tell
          your administrator{error.digest ? ` the number ${error.digest}` : ""}.
        </p>
      </div>
      <div className="flex gap-2">
        <Button variant="primary" size="lg" onClick={retry}>
          Try again
        </Button>
        <ButtonLink href="/" size="lg">
          My day
        </ButtonLink>
      </div>
    </main>
  );
}
