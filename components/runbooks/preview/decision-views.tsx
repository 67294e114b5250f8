"use client";

import type { ReactNode } from "react";
import { Inlines } from "@/components/checklists/inlines";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { MenuItem } from "@/components/ui/menu-items";
import { StepIcon } from "@/components/ui/step-icon";
import type { Decision, FlowNode, LineRange, ParsedFlow, ParsedStep } from "@/lib/runbooks/parse/types";
import { chosenRole } from "./changes.rules";
import { BranchMenu } from "./branch-menu";
import { useEditing } from "./editing";
import { flowBlocks, type FlowAnswer } from "../reading/flow-blocks.rules";
import { WayEnds } from "../reading/parsed-flow";
import { useIsHot } from "./hot";
import { LIST_ROLES, roleItems } from "./piece-menu";
import { PieceMenu, PieceRow } from "./piece-row";

/** A chart that is walked: its steps one below the other, its questions as cards. */
export function FlowView({ flow }: { flow: ParsedFlow }) {
  return flowBlocks(flow).map((block) => {
    const { node } = block;
    const here = { start: node.line, end: node.line };
    if (block.kind === "decision")
      return (
        <DecisionCard key={node.key} lines={here} question={<Inlines of={node.inlines} />} text={node.label}>
          {block.answers.map((answer) => (
            <FlowAnswerView key={`${answer.edge.to} ${answer.edge.label}`} decision={node} answer={answer} />
          ))}
        </DecisionCard>
      );
    const word = node.kind === "end" ? "End" : node.commands.length > 0 ? "Step, copy" : "Step";
    return (
      <PieceRow
        key={node.key}
        icon={<StepIcon state="todo" label="" />}
        lines={here}
        word={word}
        text={node.label}
        items={[]}
      >
        <Inlines of={node.inlines} />
        {block.joins && <span className="meta ml-1.5">the answers meet here, walked once</span>}
        {block.back && <span className="meta ml-1.5">then back to {block.back.label}</span>}
      </PieceRow>
    );
  });
}

function FlowAnswerView({ decision, answer }: { decision: FlowNode; answer: FlowAnswer }) {
  const { edge, steps, ends } = answer;
  const label = edge.label ?? "then";
  return (
    <Answer lines={{ start: edge.line, end: edge.line }}>
      <BranchMenu branch={{ decisionLine: decision.line, targetId: edge.to, label, link: edge.link }} />
      <ol className="grid gap-0.5">
        {steps.map((node) => (
          <AnswerStep key={node.key} line={node.line}>
            <Inlines of={node.inlines} />
            {node.kind === "end" && <span className="meta ml-1.5">ends here</span>}
          </AnswerStep>
        ))}
        <WayEnds ends={ends} />
      </ol>
    </Answer>
  );
}

interface StepDecisionProps {
  step: ParsedStep;
  decision: Decision;
  /** Its parts, and theirs. */
  below: readonly ParsedStep[];
}

/** A question in text: a step whose parts are the answers. */
export function StepDecisionView({ step, decision, below }: StepDecisionProps) {
  const { choices, choose } = useEditing();
  const line = step.lines.start;
  return (
    <DecisionCard
      lines={{ start: line, end: line }}
      question={<Inlines of={step.inlines} />}
      text={step.text}
      isChosen={chosenRole(choices, line) !== null}
      items={choose ? roleItems({ line, roles: LIST_ROLES, current: "step" }, choices, choose) : []}
    >
      {decision.branches.map((branch) => {
        const answer = below.find(({ key }) => key === branch.targetId);
        const more = below.filter(({ parentKey }) => parentKey === branch.targetId);
        return (
          <Answer key={branch.targetId} lines={answer?.lines ?? { start: branch.line, end: branch.line }}>
            <BranchMenu
              branch={{ ...branch, decisionLine: decision.line, label: branch.label ?? branch.target }}
            />
            <ol className="grid gap-0.5">
              <AnswerStep line={branch.line}>
                {answer ? <Inlines of={answer.inlines} /> : branch.target}
              </AnswerStep>
              {more.map((part) => (
                <AnswerStep key={part.key} line={part.lines.start}>
                  <Inlines of={part.inlines} />
                </AnswerStep>
              ))}
            </ol>
          </Answer>
        );
      })}
    </DecisionCard>
  );
}

interface DecisionCardProps {
  lines: LineRange;
  question: ReactNode;
  text: string;
  isChosen?: boolean;
  items?: MenuItem[];
  children: ReactNode;
}

function DecisionCard({ lines, question, text, isChosen = false, items = [], children }: DecisionCardProps) {
  const hot = useIsHot(lines.start);
  return (
    <div className="border-line-strong my-1.5 overflow-hidden rounded-md border">
      <div
        data-line={lines.start}
        data-end={lines.end}
        data-hot={hot || undefined}
        className={cn(
          "grid min-h-8 scroll-my-10 grid-cols-[20px_28px_minmax(0,1fr)_auto] items-center gap-x-2 px-2",
          hot && "bg-selected",
        )}
      >
        <Icon name="decision" className="justify-self-center" />
        <span className="text-right text-xs font-semibold tabular-nums">{lines.start}</span>
        <span className="min-w-0 py-1 font-semibold break-words">{question}</span>
        <PieceMenu {...{ word: "Decision", text, items, isChosen }} />
      </div>
      <div className="border-line divide-line grid grid-cols-[repeat(auto-fit,minmax(min(200px,100%),1fr))] border-t max-sm:divide-y sm:divide-x">
        {children}
      </div>
    </div>
  );
}

function Answer({ lines, children }: { lines: LineRange; children: ReactNode }) {
  const hot = useIsHot(lines.start);
  return (
    <div
      data-line={lines.start}
      data-end={lines.end}
      data-hot={hot || undefined}
      className={cn("min-w-0 scroll-my-10 px-2.5 pt-1.5 pb-2", hot && "bg-selected")}
    >
      {children}
    </div>
  );
}

function AnswerStep({ line, children }: { line: number; children: ReactNode }) {
  const hot = useIsHot(line);
  return (
    <li
      data-line={line}
      data-end={line}
      data-hot={hot || undefined}
      className={cn("text-ink-2 flex items-start gap-1.5 rounded-xs", hot && "bg-selected")}
    >
      <StepIcon state="todo" label="" className="mt-px" />
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}
