import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AdoptTheme } from "@/components/auth/adopt-theme";
import { MeProvider } from "@/components/api/me";
import { QueryProvider } from "@/components/api/query-provider";
import { ServerTimeProvider } from "@/components/clock/server-time-provider";
import { DeclareHost } from "@/components/incidents/declare/declare-host";
import { OfflineHost } from "@/components/offline/offline-host";
import { ConsoleShell } from "@/components/shell/console-shell";
import { THEME_COOKIE, themeFrom } from "@/components/shell/theme.rules";
import { requireActor } from "@/lib/auth/current-actor";
import { readDirectory } from "@/lib/people/directory";
import { readOwnProfile } from "@/lib/people/own-profile";
import { parts } from "@/lib/server/parts";

/** Around every signed-in page: who this is, what time it is, the names that screens need. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const ctx = { db, clock, actor };
  const [person, directory, jar] = await Promise.all([readOwnProfile(ctx), readDirectory(ctx), cookies()]);
  return (
    <QueryProvider directory={directory}>
      <ServerTimeProvider at={clock.now().getTime()} timeZone={person.timeZone}>
        <MeProvider me={{ ...actor, name: person.name }}>
          <ConsoleShell
            person={{
              name: person.name,
              email: person.email,
              administers: actor.accessRole === "administrator",
            }}
            theme={themeFrom(jar.get(THEME_COOKIE)?.value)}
            sounds={person.sound}
          >
            <AdoptTheme theme={person.theme} />
            {children}
            <DeclareHost />
            <OfflineHost />
          </ConsoleShell>
        </MeProvider>
      </ServerTimeProvider>
    </QueryProvider>
  );
}
