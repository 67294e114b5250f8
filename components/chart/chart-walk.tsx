"use client";

import { Fragment, type Ref } from "react";
import { Answers } from "@/components/checklists/decision-card";
import { LinkedPlace } from "@/components/checklists/linked-place";
import { whereItLeads, type DecisionView } from "@/components/checklists/decision.rules";
import { StepCommand } from "@/components/checklists/step-command";
import { StepLine } from "@/components/checklists/step-line";
import type { StepWrites } from "@/components/checklists/use-step-writes";
import type { StepView } from "@/components/checklists/view.rules";
import type { WordsRequest } from "@/components/checklists/words-dialog";
import type { RoomView } from "@/components/room/use-room-view";
import type { CommandBlockHandle } from "@/components/ui/command-block";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { inWords, isEnded } from "@/lib/checklists/step.rules";
import { formatTime } from "@/lib/kernel/clock-times";

interface ChartWalkProps {
  room: RoomView;
  steps: readonly StepView[];
  left: readonly StepView[];
  selected: StepView | null;
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
  onSelect: (step: StepView) => void;
  /** For the key that copies what the selected step says to run. */
  commandRef: Ref<CommandBlockHandle>;
  /** The selected step has only just come: no key acts on it yet. */
  isBusy: boolean;
}

/** The steps on the way, each question as a card that holds the way it opened. */
export function ChartWalk(props: ChartWalkProps) {
  const { steps, left, isBusy } = props;
  const first = steps.findIndex(({ decision }) => decision !== null);
  const before = first < 0 ? steps : steps.slice(0, first);
  return (
    <section
      aria-label="Steps"
      aria-busy={isBusy}
      className="bg-surface min-h-0 px-4 py-3 md:overflow-y-auto"
    >
      <Steps {...props} of={before} />
      {questions(steps).map(({ question, way }) => (
        <Question key={question.item.id} {...props} question={question} way={way} />
      ))}
      {left.length > 0 && (
        <div className="pt-3">
          <h2 className="meta pb-1 pl-1.5 font-medium">Done before another answer was chosen</h2>
          <Steps {...props} of={left} />
        </div>
      )}
    </section>
  );
}

type StepsProps = ChartWalkProps & { of: readonly StepView[] };

function Steps({ of, room, selected, writes, ask, onSelect, commandRef }: StepsProps) {
  if (of.length === 0) return null;
  return (
    <ul>
      {of.map((step) => {
        const isSelected = step.item.id === selected?.item.id;
        return (
          <Fragment key={step.item.id}>
            <StepLine
              {...{ step, room, writes, ask }}
              selected={isSelected}
              withBlock={isSelected}
              onSelect={() => onSelect(step)}
            />
            {isSelected && (
              <li className="py-1.5 pl-8.5 empty:hidden">
                <StepCommand room={room} step={step} ref={commandRef} />
              </li>
            )}
          </Fragment>
        );
      })}
    </ul>
  );
}

type QuestionProps = ChartWalkProps & { question: StepView; way: readonly StepView[] };

function Question({ question, way, ...props }: QuestionProps) {
  const { room, selected, writes, onSelect } = props;
  const { item, decision } = question;
  if (!decision) return null;
  const chosen = decision.answers.find((answer) => answer.chosen);
  const current = selected?.item.id === item.id;
  return (
    <div
      id={`step-${item.id}`}
      className={cn("mt-2 rounded-md border", current ? "border-act" : "border-line-strong")}
    >
      <div className="px-3.5 pt-2.5 pb-3.5">
        <p className="meta flex items-center gap-1.5">
          <Icon name="decision" size="sm" />
          {answeredWords(question, room)}
          {item.round > 1 && (
            <span className="text-ink ml-auto flex items-center gap-1 font-semibold">
              <Icon name="retry" size="sm" />
              Round {item.round}
            </span>
          )}
        </p>
        <h2 className="mt-1 mb-2 text-lg font-semibold break-words">
          <button type="button" onClick={() => onSelect(question)} className="text-left">
            {question.title}
          </button>
        </h2>
        {!item.answer && item.reason && (
          <p className="bg-sunken mb-2 rounded-sm px-2.5 py-1.5 break-words whitespace-pre-line">
            {item.reason.value ?? "[redacted]"}
          </p>
        )}
        <Answers
          question={question.title}
          decision={decision}
          keyed={current}
          onAnswer={room.mayWalk ? (answer) => writes.answer(question, answer) : undefined}
        />
      </div>
      {chosen && (
        <div className="border-line border-t px-3.5 pt-2.5 pb-3">
          <LinkedPlace room={room} step={question} />
          <ChosenWay {...props} words={chosen.words} way={way} />
          <FoldedWays decision={decision} />
        </div>
      )}
    </div>
  );
}

function ChosenWay({ words, way, ...props }: ChartWalkProps & { words: string; way: readonly StepView[] }) {
  const done = way.filter(({ item }) => isEnded(item.state)).length;
  return (
    <div className="border-ink border-l-2 pl-2.5">
      <p className="meta pb-0.5">
        <strong className="text-ink">{words}</strong>
        {way.length > 0 ? `, ${done} of ${way.length} ${way.length === 1 ? "step" : "steps"}` : ""}
      </p>
      <Steps {...props} of={way} />
    </div>
  );
}

/** The answers that were not chosen, and where they would have led. */
function FoldedWays({ decision }: { decision: DecisionView }) {
  return decision.answers
    .filter(({ chosen }) => !chosen)
    .map((answer) => (
      <p
        key={`${answer.answer.to} ${answer.words}`}
        className="border-line-strong meta mt-2 border-l-2 border-dashed pl-2.5 break-words"
      >
        <strong className="text-ink">{answer.words}</strong> folded: {whereItLeads(answer)}
      </p>
    ));
}

/** "Decision, answered by Ada 03:12", "Decision, not answered: skipped by you 03:12". */
function answeredWords({ item }: StepView, { names, me, timeZone }: RoomView): string {
  if (item.state === "todo") return "Decision, not answered yet";
  const who = item.changedById === me.id ? "you" : names.person(item.changedById ?? "");
  const at = item.changedAt ? ` ${formatTime(Date.parse(item.changedAt), timeZone)}` : "";
  return item.answer
    ? `Decision, answered by ${who}${at}`
    : `Decision, not answered: ${item.state === "in_progress" ? "taken" : inWords(item.state)} by ${who}${at}`;
}

/** Each question with the steps that follow it, up to the next one. */
function questions(steps: readonly StepView[]): { question: StepView; way: StepView[] }[] {
  const found: { question: StepView; way: StepView[] }[] = [];
  for (const step of steps) {
    if (step.decision) found.push({ question: step, way: [] });
    else found.at(-1)?.way.push(step);
  }
  return found;
}
