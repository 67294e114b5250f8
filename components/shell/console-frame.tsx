"use client";

import { useMemo, type ReactNode } from "react";
import { Announcer } from "@/components/ui/announcer";
import { toast } from "@/components/ui/toast";
import { Toaster } from "@/components/ui/toaster";
import { BottomBar } from "./bottom-bar";
import { CommandPalette } from "./command-palette";
import { openPalette } from "./commands";
import { KeyHelp, openKeyHelp } from "./key-help";
import { useKeyListener, useKeys, type KeyBinding } from "./keys";
import { useGo } from "./leaving";
import { NavRail } from "./nav-rail";
import { PLACES } from "./places";
import { ShellProvider, type ShellPerson } from "./profile-menu";
import { useSecondClicks } from "./second-click";
import type { Theme } from "./theme.rules";

interface ConsoleFrameProps {
  person: ShellPerson;
  theme: Theme;
  onSignOut: () => void;
  children: ReactNode;
}

/** What stands around every signed-in page: navigation, keys, palette, toasts. */
export function ConsoleFrame({ person, theme, onSignOut, children }: ConsoleFrameProps) {
  useShellKeys();
  useKeyListener();
  useSecondClicks();
  const shell = useMemo(() => ({ person, theme, onSignOut }), [person, theme, onSignOut]);
  return (
    <ShellProvider value={shell}>
      <a
        href="#main"
        className="bg-ink text-on-ink fixed top-2 left-2 z-60 -translate-y-16 rounded-sm px-3 py-2 focus:translate-y-0"
      >
        Skip to the page
      </a>
      <div className="flex min-h-dvh">
        <NavRail theme={theme} />
        <div className="flex min-w-0 flex-1 flex-col">
          {/* A page that fills the window shares its height with the notices above it; its columns scroll. */}
          <main
            id="main"
            tabIndex={-1}
            className="flex min-w-0 flex-1 flex-col outline-none sm:has-[>[data-fills]]:h-dvh sm:has-[>[data-fills]]:flex-none"
          >
            {children}
          </main>
          <BottomBar />
        </div>
      </div>
      <Toaster />
      <Announcer />
      <CommandPalette />
      <KeyHelp />
    </ShellProvider>
  );
}

function useShellKeys() {
  const go = useGo();
  const bindings = useMemo<KeyBinding[]>(
    () => [
      {
        keys: "$mod+k",
        label: "Search or run a command",
        group: "Anywhere",
        run: openPalette,
        inInputs: true,
      },
      { keys: "z", label: "Undo", group: "Anywhere", run: () => toast.undoLast() },
      { keys: "?", label: "All keys", group: "Anywhere", run: openKeyHelp },
      ...PLACES.map((place) => ({
        keys: `g ${place.key}`,
        label: place.label,
        group: "Go to",
        run: () => go(place.href),
        palette: true,
      })),
    ],
    [go],
  );
  useKeys("shell", bindings);
}
