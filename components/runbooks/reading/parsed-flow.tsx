import { Inlines } from "@/components/checklists/inlines";
import { Icon } from "@/components/ui/icon";
import { StepIcon } from "@/components/ui/step-icon";
import type { FlowNode, ParsedFlow } from "@/lib/runbooks/parse/types";
import { StepFigures } from "../learned";
import { AnswerLabel, LinkWords } from "./answer-label";
import { CommandLine } from "./command-line";
import { flowBlocks, type FlowAnswer, type FlowBlock, type WayEnd } from "./flow-blocks.rules";

interface ParsedFlowViewProps {
  flow: ParsedFlow;
  titles: ReadonlyMap<string, string>;
}

/** A chart that is walked, to read: its steps one below the other, its questions with the ways of their answers. */
export function ParsedFlowView({ flow, titles }: ParsedFlowViewProps) {
  return (
    <ol className="space-y-1.5">
      {flowBlocks(flow).map((block) => (
        <li key={block.node.key}>
          <Node block={block} />
          {block.kind === "decision" && (
            <ul className="border-line-strong mt-1 ml-2 space-y-2 border-l-2 pl-3">
              {block.answers.map((answer) => (
                <Way key={`${answer.edge.to} ${answer.edge.label}`} {...{ answer, titles }} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Node({ block }: { block: FlowBlock }) {
  const { node } = block;
  return (
    <div className="flex items-start gap-2">
      {block.kind === "decision" ? (
        <Icon name="decision" label="Question" className="mt-px" />
      ) : (
        <StepIcon state="todo" label={node.kind === "end" ? "End" : "Step"} className="mt-px" />
      )}
      <div className="min-w-0 flex-1 space-y-1">
        <p className={block.kind === "decision" ? "font-semibold break-words" : "break-words"}>
          <Inlines of={node.inlines} />
          {block.joins && <span className="meta ml-1.5">the answers meet here, walked once</span>}
          {block.kind === "step" && block.back && (
            <span className="meta ml-1.5">then back to {block.back.label}</span>
          )}
        </p>
        <NodeParts node={node} />
      </div>
    </div>
  );
}

function Way({
  answer: { edge, steps, ends },
  titles,
}: {
  answer: FlowAnswer;
  titles: ReadonlyMap<string, string>;
}) {
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-1.5">
        <AnswerLabel label={edge.label ?? "then"} />
        {edge.link && <LinkWords link={edge.link} titles={titles} />}
      </p>
      <ol className="mt-1 space-y-1">
        {steps.map((node) => (
          <li key={node.key} className="flex items-start gap-2">
            <StepIcon state="todo" label="Step" className="mt-px" />
            <div className="min-w-0 flex-1 space-y-1">
              <p className="break-words">
                <Inlines of={node.inlines} />
                {node.kind === "end" && <span className="meta ml-1.5">ends here</span>}
              </p>
              <NodeParts node={node} />
            </div>
          </li>
        ))}
        <WayEnds ends={ends} />
      </ol>
    </li>
  );
}

function NodeParts({ node }: { node: FlowNode }) {
  return (
    <>
      <StepFigures stepKey={node.key} />
      {node.commands.map((command) => (
        <CommandLine key={command.text} command={command} />
      ))}
    </>
  );
}

/** What a way comes to after its steps: back, on, or nothing more. */
export function WayEnds({ ends }: { ends: WayEnd }) {
  if (ends.kind === "end") return null;
  const back = ends.kind === "loop";
  return (
    <li className="text-ink-2 flex items-start gap-1.5 text-xs">
      <Icon name={back ? "retry" : "chevron-right"} size="sm" className="mt-px" />
      <span>
        {back ? "back to " : "on to "}
        <Inlines of={ends.to.inlines} />
        {back && ", rounds counted"}
      </span>
    </li>
  );
}
