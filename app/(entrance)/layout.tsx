import type { Metadata } from "next";
import type { ReactNode } from "react";
import { QueryProvider } from "@/components/api/query-provider";
import { Wordmark } from "@/components/shell/mark";

// The addresses of these pages may hold a secret: no other page is told where one came from.
export const metadata: Metadata = { referrer: "no-referrer" };

/** Around the pages by which people come in: no navigation, one thing to do. */
export default function EntranceLayout({ children }: { children: ReactNode }) {
  return (
    <QueryProvider>
      <main className="mx-auto grid min-h-dvh w-full max-w-105 content-center gap-6 px-5 py-8">
        <Wordmark />
        {children}
      </main>
    </QueryProvider>
  );
}
