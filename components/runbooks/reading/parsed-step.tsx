import { Expectations } from "@/components/checklists/expectations";
import { Inlines } from "@/components/checklists/inlines";
import { Icon } from "@/components/ui/icon";
import { StepIcon } from "@/components/ui/step-icon";
import { Tag } from "@/components/ui/tag";
import { needsIn, needWords } from "@/lib/checklists/needs.rules";
import { detailsAround } from "@/lib/runbooks/parse/step-details.rules";
import type { LinkTarget, ParsedStep } from "@/lib/runbooks/parse/types";
import { StepFigures } from "../learned";
import { AnswerLabel, LinkWords } from "./answer-label";
import { CommandLine } from "./command-line";
import { KeptBlocks, type Frame } from "./framed";

/** What a step is to a question in text: the question, or one of its answers. */
export type Asked = { is: "question" } | { is: "answer"; label: string | null; link: LinkTarget | null };

interface ParsedStepViewProps {
  step: ParsedStep;
  asked: Asked | undefined;
  titles: ReadonlyMap<string, string>;
  /** Around what is kept below it. */
  frame?: Frame | undefined;
}

/** A step to read: its words, what it needs, and what stands below it, around its commands, with what to expect. */
export function ParsedStepView({ step, asked, titles, frame }: ParsedStepViewProps) {
  const needs = needWords(needsIn(step));
  const answer = asked?.is === "answer" ? asked : null;
  const { before, after } = detailsAround(step);
  return (
    <div className="flex items-start gap-2">
      {asked?.is === "question" ? (
        <Icon name="decision" label="Question" className="mt-px" />
      ) : (
        <StepIcon state="todo" label="Step" className="mt-px" />
      )}
      <div className="min-w-0 flex-1 space-y-1">
        <p className={asked?.is === "question" ? "font-semibold break-words" : "break-words"}>
          {answer?.label && <AnswerLabel label={answer.label} />} <Inlines of={step.inlines} />
          {needs && <Tag className="ml-1.5">{needs}</Tag>}
        </p>
        {answer?.link && <LinkWords link={answer.link} titles={titles} />}
        <StepFigures stepKey={step.key} />
        <KeptBlocks of={before} frame={frame} inStep />
        {step.commands.map((command) => (
          <CommandLine key={`${command.lines.start} ${command.text}`} command={command} />
        ))}
        <Expectations step={step} />
        <KeptBlocks of={after} frame={frame} inStep />
      </div>
    </div>
  );
}
