"use client";

import {
  cloneElement,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type ComponentType,
  type ReactElement,
} from "react";
import type { LaterItems, MenuItem } from "./menu-items";
import type { MenuPanelProps } from "./menu-panel";

interface DropdownMenuProps {
  /** A Button or IconButton. */
  trigger: ReactElement<ComponentProps<"button">>;
  items: readonly MenuItem[] | LaterItems;
  align?: "start" | "end";
  side?: "bottom" | "top" | "right";
}

/** A button that opens a list of actions. The menu's code is fetched when the button is about to be used. */
export function DropdownMenu({ trigger, items, align = "end", side = "bottom" }: DropdownMenuProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<readonly MenuItem[]>([]);
  const [Panel, setPanel] = useState<ComponentType<MenuPanelProps> | null>(null);
  const holderRef = useRef<HTMLSpanElement>(null);
  const buttonId = useId();

  async function prepare() {
    const own = typeof items === "function" ? items() : items;
    const [loaded, list] = await Promise.all([import("./menu-panel"), own]);
    setMade(list);
    setPanel(() => loaded.MenuPanel);
  }

  function openSoon(change: (was: boolean) => boolean) {
    // A button that is busy, or cannot be pressed yet, opens nothing.
    if (holderRef.current?.querySelector("[aria-disabled=true], [aria-busy=true]")) return;
    void prepare().then(() => setOpen(change));
  }

  return (
    <span className="relative inline-flex max-w-full">
      <span
        ref={holderRef}
        className="contents"
        onPointerEnter={() => void prepare()}
        onFocus={() => void prepare()}
        onClick={() => openSoon((was) => !was)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          openSoon(() => true);
        }}
      >
        {cloneElement(trigger, { id: buttonId, "aria-haspopup": "menu", "aria-expanded": open })}
      </span>
      {Panel && (
        <Panel
          open={open}
          onOpenChange={setOpen}
          items={typeof items === "function" ? made : items}
          align={align}
          side={side}
          labelledBy={buttonId}
          container={() => homeOf(holderRef.current)}
          isTrigger={(node) => Boolean(holderRef.current?.contains(node))}
          onClosed={() => holderRef.current?.querySelector("button")?.focus()}
        />
      )}
    </span>
  );
}

function homeOf(holder: HTMLElement | null): HTMLElement | null {
  return holder?.closest<HTMLElement>("[role=dialog]") ?? document.getElementById("main");
}
