"use client";

import { useEffect, useRef, useState, type FocusEvent } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import { Kbd } from "./kbd";
import { useStore } from "./store";
import { toast, toasts, type Toast } from "./toast";

const SHOWN_FOR_MS = 8_000;

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
        "phone:bottom-38 fixed bottom-4 left-1/2 z-60 grid w-max -translate-x-1/2 justify-items-center gap-2 print:hidden",
        "max-w-[min(560px,calc(100vw-24px))]",
        // Where the timeline lies over the right of the room, beside its note field.
        "sm:max-lg:left-16 sm:max-lg:max-w-[max(280px,calc(100vw-440px))] sm:max-lg:translate-x-0",
      )}
    >
      {shown.map((item) => (
        <ToastCard key={item.id} item={item} held={held} onUsed={leave} />
      ))}
    </div>
  );
}

function ToastCard({ item, held, onUsed }: { item: Toast; held: boolean; onUsed: () => void }) {
  const stays = item.kind === "failed";
  useEffect(() => {
    if (stays || held) return;
    const timer = setTimeout(() => toast.dismiss(item.id), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [item.id, stays, held]);

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
      {stays && <Icon name="incident" size="sm" />}
      <span className="min-w-0">{item.text}</span>
      {item.undo && <ToastButton label="Undo" kbd="Z" onClick={() => act(item.undo)} />}
      {item.retry && <ToastButton label="Try again" onClick={() => act(item.retry)} />}
      {(stays || !item.undo) && (
        <button
          type="button"
          aria-label="Close"
          onClick={() => act()}
          className="phone:size-11 grid size-7 place-items-center rounded-sm"
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
