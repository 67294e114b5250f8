"use client";

import { useState, type ReactNode } from "react";
import { useWaits } from "@/components/live/use-away";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import type { Answer } from "@/lib/timeline/events/common";
import type { Press } from "./use-ready";
import { whereItLeads, type AnswerView, type DecisionView } from "./decision.rules";

interface AnswersProps {
  /** The question, for those who do not see the screen. */
  question: string;
  decision: DecisionView;
  /** Keys 1–9 answer this one. */
  keyed: boolean;
  /** Absent for who may only look. */
  onAnswer?: (answer: Answer | null, press: Press) => Promise<boolean>;
}

/** The answers to a question, as buttons that say where each leads. */
export function Answers({ question, decision, keyed, onAnswer }: AnswersProps) {
  const [sending, setSending] = useState(false);
  const waits = useWaits();
  const answer = async (chosen: Answer, press: Press) => {
    setSending(true);
    await onAnswer?.(chosen, press);
    setSending(false);
  };
  return (
    <div
      role="group"
      aria-label={question}
      className="grid grid-cols-[repeat(auto-fit,minmax(180px,1fr))] gap-2"
    >
      {decision.answers.map((view, index) => (
        <AnswerButton
          key={`${view.answer.to} ${view.words}`}
          view={view}
          digit={keyed && onAnswer && index < 9 ? String(index + 1) : undefined}
          disabled={!onAnswer}
          held={sending || waits !== undefined}
          onChoose={(press) => void answer(view.answer, press)}
        />
      ))}
      {waits && onAnswer && <p className="meta col-span-full">{waits}</p>}
    </div>
  );
}

interface AnswerButtonProps {
  view: AnswerView;
  digit: string | undefined;
  disabled: boolean;
  /** Nothing can be answered right now. It keeps the focus. */
  held: boolean;
  onChoose: (press: Press) => void;
}

function AnswerButton({ view, ...rest }: AnswerButtonProps) {
  const leads = whereItLeads(view);
  return (
    <ChoiceButton {...rest} words={view.words} chosen={view.chosen}>
      {leads && leads !== view.words && (
        <>
          {view.chosen ? "chosen, " : ""}
          {leads}
        </>
      )}
    </ChoiceButton>
  );
}

interface ChoiceButtonProps extends Omit<AnswerButtonProps, "view"> {
  words: string;
  chosen: boolean;
  /** What is to be known of it, below its words. */
  children: ReactNode;
}

/** One of several that are chosen from. */
export function ChoiceButton(props: ChoiceButtonProps) {
  const { words, chosen, digit, disabled, held, onChoose, children } = props;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      disabled={disabled}
      aria-disabled={held || undefined}
      onClick={(press) => !chosen && !held && onChoose(press)}
      className={cn(
        "phone:min-h-11 grid grid-cols-[16px_minmax(0,1fr)_auto] content-start items-start gap-x-2 rounded-md border px-2.5 py-2 text-left",
        chosen
          ? "border-ink bg-ink text-on-ink"
          : "border-line-strong bg-surface not-disabled:not-aria-disabled:hover:bg-hover disabled:border-line disabled:text-ink-2 disabled:cursor-default disabled:bg-transparent aria-disabled:cursor-default",
      )}
    >
      {chosen ? <Icon name="check" className="mt-px" /> : <Ring quiet={disabled} />}
      <span className="font-semibold break-words">{words}</span>
      {digit && <Kbd keys={digit} inherit={chosen} className="phone:hidden" />}
      {children && (
        <span className={cn("col-start-2 text-xs break-words", chosen ? "text-on-ink" : "text-ink-2")}>
          {children}
        </span>
      )}
    </button>
  );
}

/** An answer that is not chosen: an empty ring, quiet where it cannot be. */
function Ring({ quiet }: { quiet: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        "mt-0.75 ml-0.5 size-3 rounded-full border-[1.5px]",
        quiet ? "border-line" : "border-ink-2",
      )}
    />
  );
}
