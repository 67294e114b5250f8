"use client";

import { useEffect, useRef, useState, type FocusEvent } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import { Kbd } from "./kbd";
import { useStore } from "./store";
import { toast, toasts, type Toast } from "./toast";

const SHOWN_FOR_MS = { done: 8_000, failed: 12_000 } as const;

/** Shows the toasts; mounted once, by the shell. The time stops while they are looked at. */
export function Toaster() {
  const shown = useStore(toasts);
  const [held, setHeld] = useState(false);
  const before = useRef<EventTarget | null>(null);

  function enter(event: FocusEvent<HTMLElement>) {
    setHeld(true);
    if (!event.currentTarget.contains(event.relatedTarget)) before.current = event.relatedTarget;
  }

  // A card that goes away under the pointer or the focus tells of no leaving.
  function leave() {
    setHeld(false);
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    before.current = null;
  }

  return (
    <div
      role="status"
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={enter}
      onBlur={() => setHeld(false)}
      className={cn(
        // Over the left column of the room, which says who takes part: beside the steps and the note field.
        "fixed z-60 grid w-max gap-2 sm:bottom-4 sm:left-14 sm:max-w-66 lg:max-w-71 print:hidden",
        // Above the clock: the thumb has the steps and the dock. One at a time.
        "phone:inset-x-3 phone:top-2 phone:w-auto phone:[&>:not(:last-child)]:hidden",
      )}
    >
      {shown.map((item) => (
        <ToastCard key={item.id} item={item} held={held} onUsed={leave} />
      ))}
    </div>
  );
}

function ToastCard({ item, held, onUsed }: { item: Toast; held: boolean; onUsed: () => void }) {
  const { id, kind } = item;
  const stays = item.retry !== undefined;
  useEffect(() => {
    if (stays || held) return;
    const timer = setTimeout(() => toast.dismiss(id), SHOWN_FOR_MS[kind]);
    return () => clearTimeout(timer);
  }, [id, kind, stays, held]);

  function act(run?: () => void) {
    toast.dismiss(item.id);
    onUsed();
    run?.();
  }

  return (
    <div
      className={cn(
        "animate-rise bg-ink text-on-ink shadow-pop flex min-h-10 items-center gap-3 rounded-md py-1.5 pr-2 pl-3.5",
        "[&_:focus-visible]:outline-on-ink",
      )}
    >
      {kind === "failed" && <Icon name="incident" size="sm" className="flex-none" />}
      <span className="min-w-0 flex-1 break-words">{item.text}</span>
      {item.undo && <ToastButton label="Undo" kbd="Z" onClick={() => act(item.undo)} />}
      {item.retry && <ToastButton label="Try again" onClick={() => act(item.retry)} />}
      {!item.undo && (
        <button
          type="button"
          aria-label="Close"
          onClick={() => act()}
          className="phone:size-11 grid size-7 flex-none place-items-center rounded-sm"
        >
          <Icon name="cross" size="sm" />
        </button>
      )}
    </div>
  );
}

function ToastButton({ label, kbd, onClick }: { label: string; kbd?: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="phone:min-h-11 inline-flex min-h-7 flex-none items-center gap-1.5 rounded-sm px-2 font-bold underline"
    >
      {label} {kbd && <Kbd keys={kbd} inherit className="phone:hidden" />}
    </button>
  );
}
