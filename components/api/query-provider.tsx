"use client";

import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { ApiError } from "./api-error";
import { directoryKey, type Directory } from "./directory";
import { leaveToSignIn } from "./leave";

interface Props {
  /** Names for the first picture, so that nothing jumps when they arrive. */
  directory?: Directory;
  children: ReactNode;
}

/** Server data lives here and nowhere else. Mounted once, by the console's layout. */
export function QueryProvider({ directory, children }: Props) {
  const [client] = useState(() => makeClient(directory));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function makeClient(directory: Directory | undefined): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      // The live stream tells of changes; this is for what it does not carry.
      // What the browser thinks of the internet says nothing of a console in the own network: always ask it.
      queries: {
        networkMode: "always",
        // Long enough for what the page was rendered with; who comes back to a screen or a window reads anew.
        staleTime: 2_000,
        // A page that the router kept is older than what was read since: outlive it.
        gcTime: 60 * 60_000,
        retry: (tries, error) => tries < 2 && mayPass(error),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  if (directory) client.setQueryData(directoryKey, directory);
  return client;
}

/** A no stays a no; an unreachable console may answer the next time. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ApiError) || error.isUnsure;
}

/** The session ended elsewhere: sign in, then come back to this page. */
function leaveWhenSignedOut(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) leaveToSignIn();
}
