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
import { Button, IconButton } from "./button";
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
  /** Each with its lines. */
  commands: readonly (readonly CommandLine[])[];
  /** What is said at each, above it: shown, never copied. */
  notes?: readonly (string | null)[];
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

/** What came of copying: all of the block, or the one command at `at`. */
interface Outcome {
  kind: "ready" | "copied" | "selected" | "missing";
  at: number | null;
}
const READY: Outcome = { kind: "ready", at: null };
const SHOWN_FOR_MS = 2_500;

/**
 * Commands to take to a terminal: all of them, or each by itself, as one may need what another says. Where the browser
 * has no clipboard, the text is selected instead.
 */
export function CommandBlock(props: CommandBlockProps) {
  const { commands, notes = [], isBare = false, danger = null, hint, kbd, onCopied, onFill, ref } = props;
  const [outcome, setOutcome] = useState(READY);
  const block = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const ofOutcome = outcome.at === null ? commands.flat() : (commands[outcome.at] ?? []);

  useEffect(() => {
    if (outcome === READY) return;
    const timer = setTimeout(() => setOutcome(READY), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(at: number | null, pressed: HTMLElement | null) {
    const source = at === null ? text.current : text.current?.children[at];
    if (!block.current || !source) return;
    const fields = [...source.querySelectorAll("input")];
    const typed = Object.fromEntries(
      fields.flatMap(({ name, value }) => (value.trim() ? [[name, value.trim()]] : [])),
    );
    const whole = withTyped(at === null ? commands.flat() : (commands[at] ?? []), typed);
    if (onFill && missingIn(whole).length > 0) {
      fields.find(({ name }) => !typed[name])?.focus();
      setOutcome({ kind: "missing", at });
      return;
    }
    // To leave a field is to keep what stands in it. The copying itself may not wait for that: it needs this press.
    if (fields.some((field) => field === document.activeElement)) pressed?.focus();
    const copied = await copyText(textOf(whole), block.current);
    if (copied) onCopied?.();
    else selectTextOf(source);
    setOutcome({ kind: copied ? "copied" : "selected", at });
    announce(copied ? "Copied." : "Selected. Press Control C to copy.");
  }

  // Leaving a field can make the command longer, and move the button away from under the press.
  function stayInField(event: MouseEvent) {
    if (text.current?.contains(document.activeElement)) event.preventDefault();
  }

  useImperativeHandle(ref, () => ({ copy: () => void copy(null, button.current) }));

  return (
    <div ref={block} className="border-line bg-sunken overflow-hidden rounded-sm border">
      <div ref={text} className={cn(commands.length > 1 && "divide-line divide-y")}>
        {commands.map((lines, at) => (
          <div key={at} className="flex items-start">
            <div className="phone:self-center min-w-0 flex-1 px-2.5 py-1.5">
              {notes[at] && (
                <p className="text-ink-2 pb-1 text-xs wrap-anywhere whitespace-pre-line select-none">
                  {notes[at]}
                </p>
              )}
              <pre className="phone:text-[12.5px]/4.75 font-mono text-[12px]/4.5 tracking-normal wrap-anywhere whitespace-pre-wrap">
                {lines.map((line, number) => (
                  <Line
                    key={number}
                    prompt={isBare ? "none" : number > 0 ? "above" : "own"}
                    {...{ line, onFill }}
                  />
                ))}
              </pre>
            </div>
            {commands.length > 1 && (
              <IconButton
                size="sm"
                variant="quiet"
                icon={outcome.kind === "copied" && outcome.at === at ? "check" : "copy"}
                label={`Copy command ${at + 1}`}
                onMouseDown={stayInField}
                onClick={(event) => void copy(at, event.currentTarget)}
                className="m-0.5"
              />
            )}
          </div>
        ))}
      </div>
      <div className="border-line text-ink-2 phone:flex-wrap phone:gap-x-3 phone:gap-y-1 phone:p-0 flex items-center gap-3 border-t py-1 pr-1 pl-2.5 text-xs">
        {danger && (
          <strong className="phone:py-1.5 phone:pl-2.5 text-warn flex items-center gap-1.25 py-0.5 font-semibold">
            <Icon name="incident" size="xs" />
            {danger}
          </strong>
        )}
        <span className="phone:hidden min-w-0 truncate" aria-live="polite">
          {sentence(outcome.kind, missingIn(ofOutcome)) ?? hint}
        </span>
        <Button
          ref={button}
          size="sm"
          onMouseDown={stayInField}
          onClick={() => void copy(null, button.current)}
          className="phone:ml-0 phone:w-full phone:rounded-none! phone:border-x-0! phone:border-b-0! phone:border-line! phone:text-base! ml-auto"
        >
          <CopyWords
            count={commands.flat().length}
            kbd={kbd}
            copied={outcome.kind === "copied" && outcome.at === null}
          />
        </Button>
      </div>
    </div>
  );
}

/** Only the first line of a command has a prompt; the others stand below its words. */
function Line({
  line,
  prompt,
  onFill,
}: { line: CommandLine; prompt: "own" | "above" | "none" } & Pick<CommandBlockProps, "onFill">) {
  return (
    <span className={cn("block", prompt !== "none" && "pl-[2ch]", prompt === "own" && "-indent-[2ch]")}>
      {prompt === "own" && <span aria-hidden className="text-ink-3 select-none before:content-['$_']" />}
      {line.map((part, index) =>
        typeof part === "string" ? part : <CommandPlaceholder key={index} part={part} onFill={onFill} />,
      )}
      {"\n"}
    </span>
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

function sentence(outcome: Outcome["kind"], missing: readonly string[]): string | null {
  if (outcome === "missing" && missing.length > 0) return `Fill in ${missing.join(", ")} first`;
  if (outcome === "selected") return "Selected: copy it with Ctrl C";
  return null;
}
