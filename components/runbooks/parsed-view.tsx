import type { ReactNode } from "react";
import { Blocks, Inlines } from "@/components/checklists/inlines";
import { Icon } from "@/components/ui/icon";
import { StepIcon } from "@/components/ui/step-icon";
import { Tag } from "@/components/ui/tag";
import { SectionFigures, StepFigures } from "./learned";
import type { ParsedRunbook, ParsedSection, ParsedStep, SectionItem } from "@/lib/runbooks/parse/types";

type Parsed = Pick<ParsedRunbook, "sections" | "findings" | "cadenceMinutes">;

/** What stands around a step: something to do with it. */
type Frame = (step: ParsedStep, content: ReactNode) => ReactNode;
const plain: Frame = (_, content) => content;

/** What an import made of a document: its sections, steps, commands, notes and exit criteria. */
export function ParsedView({ parsed, frame = plain }: { parsed: Parsed; frame?: Frame }) {
  return (
    <div className="space-y-5">
      {parsed.cadenceMinutes !== null && (
        <p>
          <Tag tone="act" icon="clock">
            an update every {parsed.cadenceMinutes} min
          </Tag>
        </p>
      )}
      {parsed.sections.map((section) => (
        <Section key={section.key} section={section} frame={frame} />
      ))}
    </div>
  );
}

const KINDS = {
  steps: null,
  options: "options, one is enough",
  exit_criteria: "exit criteria",
  flow: "flowchart",
  notes: "notes",
} as const;

function Section({ section, frame }: { section: ParsedSection; frame: Frame }) {
  const kind = KINDS[section.kind];
  return (
    <section aria-label={section.title || "Before the first heading"}>
      {section.title && (
        <h2 className="mb-1 flex flex-wrap items-center gap-2 font-semibold">
          <Inlines of={section.inlines} />
          {kind && <Tag>{kind}</Tag>}
          {section.timeBoxMinutes !== null && <Tag icon="clock">{section.timeBoxMinutes} min</Tag>}
        </h2>
      )}
      <SectionFigures section={section} />
      <ul className="space-y-1.5">
        {section.items.map((item, index) => (
          <Item key={item.type === "note" ? index : item.key} item={item} frame={frame} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item, frame }: { item: SectionItem; frame: Frame }) {
  switch (item.type) {
    case "group":
      return (
        <li className="text-ink-2 pt-1 font-medium">
          <Inlines of={item.inlines} />
        </li>
      );
    case "criterion":
      return (
        <li className="flex items-start gap-2">
          <Icon name="flag" size="sm" className="text-ink-3 mt-0.5" />
          <span>
            <Inlines of={item.inlines} /> <Tag>blocks “{item.gate}”</Tag>
          </span>
        </li>
      );
    case "note":
      return (
        <li className="text-ink-2 space-y-1.5 py-0.5">
          <Blocks of={[item.block]} />
        </li>
      );
    case "step":
      return <Step step={item} frame={frame} />;
  }
}

function Step({ step, frame }: { step: ParsedStep; frame: Frame }) {
  return (
    <li style={step.depth > 0 ? { marginLeft: `${step.depth * 20}px` } : undefined}>
      {frame(step, <StepContent step={step} />)}
    </li>
  );
}

function StepContent({ step }: { step: ParsedStep }) {
  return (
    <div className="flex items-start gap-2">
      <StepIcon state="todo" label="Step" className="mt-px" />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="break-words">
          <Inlines of={step.inlines} />
        </p>
        <StepFigures stepKey={step.key} />
        {step.commands.map((command) => (
          <p key={`${command.lines.start} ${command.text}`} className="flex items-start gap-2">
            <code className="bg-sunken border-line min-w-0 flex-1 rounded-xs border px-1.5 py-0.5 font-mono text-xs break-words whitespace-pre-wrap">
              {command.text}
            </code>
            {command.danger && (
              <Tag tone="warn" icon="incident">
                {command.danger}
              </Tag>
            )}
          </p>
        ))}
        <Blocks of={step.details.filter((block) => block.type !== "code" || block.commands.length === 0)} />
      </div>
    </div>
  );
}

/** What the import noticed, line by line. */
export function Findings({ findings }: { findings: ParsedRunbook["findings"] }) {
  if (findings.length === 0) return <p className="meta">No findings.</p>;
  return (
    <ul className="space-y-1">
      {findings.map((finding) => (
        <li key={`${finding.line} ${finding.code} ${finding.message}`} className="flex items-start gap-2">
          <span className="meta w-14 flex-none tabular-nums">line {finding.line}</span>
          <span className={finding.level === "warning" ? "text-warn" : undefined}>{finding.message}</span>
        </li>
      ))}
    </ul>
  );
}
