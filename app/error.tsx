"use client";

import { Wordmark } from "@/components/shell/mark";

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

const HOME = "/";
const BUTTON = "inline-flex h-9 items-center rounded-sm border px-3.5 text-base/4 font-medium phone:min-h-11";

/**
 * What is shown when a page fails while it is made. The incident itself goes on.
 * Every page loads this beforehand, in a chunk of its own: so it takes no component along.
 */
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
        <button
          type="button"
          onClick={retry}
          className={`${BUTTON} border-ink bg-ink text-on-ink hover:bg-ink-2`}
        >
          Try again
        </button>
        {/* A page that is loaded anew, whatever state the router was left in. */}
        <a href={HOME} className={`${BUTTON} border-line-strong bg-surface hover:bg-hover`}>
          My day
        </a>
      </div>
    </main>
  );
}
