"use client";

import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from "react";
import { announce } from "./announce";
import { Button } from "./button";
import { CommandPlaceholder } from "./command-placeholder";
import { copyLabel, missingIn, textOf, withTyped, type CommandLine } from "./command.rules";
import { cn } from "./cn";
import { copyText, selectTextOf } from "./copy-text";
import { Icon } from "./icon";
import { Kbd } from "./kbd";

export interface CommandBlockHandle {
  /** Copies, as the button does. */
  copy: () => void;
}

interface CommandBlockProps {
  lines: readonly CommandLine[];
  /** Not for a shell, but for a database or a chat: no prompt stands before it. */
  isBare?: boolean;
  /** What it can destroy or undo, as a sentence: said with a sign, in the colour of warnings. */
  danger?: string | null;
  hint?: ReactNode;
  /** The key shown on the copy button. */
  kbd?: string;
  onCopied?: () => void;
  /** Keeps what somebody fills in; without it placeholders cannot be edited. */
  onFill?: (name: string, value: string) => void;
  ref?: Ref<CommandBlockHandle>;
}

type Outcome = "ready" | "copied" | "selected" | "missing";
const SHOWN_FOR_MS = 2_500;

/** A command to take to a terminal. Where the browser has no clipboard, the text is selected instead. */
export function CommandBlock(props: CommandBlockProps) {
  const { lines, isBare = false, danger = null, hint, kbd, onCopied, onFill, ref } = props;
  const [outcome, setOutcome] = useState<Outcome>("ready");
  const block = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLPreElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const missing = missingIn(lines);

  useEffect(() => {
    if (outcome === "ready") return;
    const timer = setTimeout(() => setOutcome("ready"), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    if (!block.current || !text.current) return;
    const fields = [...text.current.querySelectorAll("input")];
    const typed = Object.fromEntries(
      fields.flatMap(({ name, value }) => (value.trim() ? [[name, value.trim()]] : [])),
    );
    const whole = withTyped(lines, typed);
    if (onFill && missingIn(whole).length > 0) {
      fields.find(({ name }) => !typed[name])?.focus();
      setOutcome("missing");
      return;
    }
    // To leave a field is to keep what stands in it. The copying itself may not wait for that: it needs this press.
    if (fields.some((field) => field === document.activeElement)) button.current?.focus();
    const copied = await copyText(textOf(whole), block.current);
    if (copied) onCopied?.();
    else selectTextOf(text.current);
    setOutcome(copied ? "copied" : "selected");
    announce(copied ? "Copied." : "Selected. Press Control C to copy.");
  }

  // Leaving a field can make the command longer, and move the button away from under the press.
  function stayInField(event: MouseEvent) {
    if (text.current?.contains(document.activeElement)) event.preventDefault();
  }

  useImperativeHandle(ref, () => ({ copy: () => void copy() }));

  return (
    <div ref={block} className="border-line bg-sunken overflow-hidden rounded-sm border">
      <pre
        ref={text}
        className="phone:text-[12.5px]/4.75 px-2.5 py-2 font-mono text-[12px]/4.5 tracking-normal wrap-anywhere whitespace-pre-wrap"
      >
        {lines.map((line, number) => (
          <span key={number} className={cn("block", !isBare && "pl-[2ch] -indent-[2ch]")}>
            {!isBare && <span aria-hidden className="text-ink-3 select-none before:content-['$_']" />}
            {line.map((part, index) =>
              typeof part === "string" ? (
                part
              ) : (
                <CommandPlaceholder key={index} part={part} onFill={onFill} />
              ),
            )}
            {"\n"}
          </span>
        ))}
      </pre>
      <div className="border-line text-ink-2 phone:flex-wrap phone:gap-x-3 phone:gap-y-1 phone:p-0 flex items-center gap-3 border-t py-1 pr-1 pl-2.5 text-xs">
        {danger && (
          <strong className="phone:py-1.5 phone:pl-2.5 text-warn flex items-center gap-1.25 py-0.5 font-semibold">
            <Icon name="incident" size="xs" />
            {danger}
          </strong>
        )}
        <span className="phone:hidden min-w-0 truncate" aria-live="polite">
          {sentence(outcome, missing) ?? hint}
        </span>
        <Button
          ref={button}
          size="sm"
          onMouseDown={stayInField}
          onClick={() => void copy()}
          className="phone:ml-0 phone:w-full phone:rounded-none! phone:border-x-0! phone:border-b-0! phone:border-line! phone:text-base! ml-auto"
        >
          <CopyWords count={lines.length} kbd={kbd} copied={outcome === "copied"} />
        </Button>
      </div>
    </div>
  );
}

// Both words lie in the same cell, so that the button keeps its width.
function CopyWords({ count, kbd, copied }: { count: number; kbd?: string; copied: boolean }) {
  return (
    <span className="phone:*:justify-center grid *:col-start-1 *:row-start-1 *:flex *:items-center *:gap-1.5">
      <span className={cn(copied && "invisible")}>
        <Icon name="copy" size="sm" />
        <span className="phone:hidden">Copy</span>
        <span className="sm:hidden">{copyLabel(count)}</span>
        {kbd && <Kbd keys={kbd} className="phone:hidden" />}
      </span>
      <span className={cn(!copied && "invisible")}>
        <Icon name="check" size="sm" />
        Copied
      </span>
    </span>
  );
}

function sentence(outcome: Outcome, missing: readonly string[]): string | null {
  if (outcome === "missing" && missing.length > 0) return `Fill in ${missing.join(", ")} first`;
  if (outcome === "selected") return "Selected: copy it with Ctrl C";
  return null;
}
