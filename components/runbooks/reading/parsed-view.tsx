import { Inlines } from "@/components/checklists/inlines";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import { minutesInWords } from "@/lib/checklists/needs.rules";
import type {
  Decision,
  ParsedCriterion,
  ParsedRunbook,
  ParsedSection,
  SectionItem,
} from "@/lib/runbooks/parse/types";
import { SectionFigures } from "../learned";
import { firstOfChoices } from "./first-of-choices.rules";
import { KeptBlocks, type Frame } from "./framed";
import { ParsedFlowView } from "./parsed-flow";
import { ParsedStepView, type Asked } from "./parsed-step";
import { pieceOfCriterion, pieceOfGroup, pieceOfStep } from "./pieces.rules";
import { inSourceOrder, type Below } from "./source-order.rules";

interface ParsedViewProps {
  parsed: Pick<ParsedRunbook, "title" | "metadata" | "sections" | "decisions" | "cadenceMinutes">;
  /** Around each piece: something to do with it. */
  frame?: Frame;
}

/** A runbook to read: its sections with steps, questions, commands, notes and exit criteria, as a walk shows them. */
export function ParsedView({ parsed, frame }: ParsedViewProps) {
  const titles = new Map(parsed.sections.map(({ key, title }) => [key, title]));
  return (
    <div className="space-y-5">
      {parsed.cadenceMinutes !== null && (
        <p>
          <Tag tone="act" icon="clock">
            an update every {parsed.cadenceMinutes} min
          </Tag>
        </p>
      )}
      {parsed.metadata.length > 0 && <Facts facts={parsed.metadata} />}
      {parsed.sections.map((section) => (
        <Section
          key={section.key}
          {...{ section, titles, frame }}
          isHead={section.title === parsed.title}
          asked={askedIn(parsed.decisions.filter(({ sectionKey }) => sectionKey === section.key))}
        />
      ))}
    </div>
  );
}

/** What the document says of itself: its date, its owner. */
function Facts({ facts }: { facts: ParsedRunbook["metadata"] }) {
  return (
    <dl className="meta flex flex-wrap gap-x-4 gap-y-0.5">
      {facts.map(({ key, value, line }, index) => (
        <div key={`${line} ${index}`} className="flex gap-1.5">
          <dt>{key}</dt>
          <dd className="text-ink-2 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The questions of a section, and the steps that answer them, by their keys. */
function askedIn(decisions: readonly Decision[]): ReadonlyMap<string, Asked> {
  return new Map(
    decisions.flatMap(({ nodeId, branches }): [string, Asked][] => [
      [nodeId, { is: "question" }],
      ...branches.map(({ targetId, label, link }): [string, Asked] => [
        targetId,
        { is: "answer", label, link },
      ]),
    ]),
  );
}

type Row = SectionItem | Below;

const KINDS = {
  steps: null,
  options: null,
  exit_criteria: "exit criteria",
  flow: "flowchart",
  notes: null,
} as const;

interface SectionProps {
  section: ParsedSection;
  /** It bears the runbook's own title, which stands above already. */
  isHead: boolean;
  asked: ReadonlyMap<string, Asked>;
  titles: ReadonlyMap<string, string>;
  frame: Frame | undefined;
}

function Section({ section, isHead, asked, titles, frame }: SectionProps) {
  const kind = KINDS[section.kind];
  const rows = inSourceOrder(section.items);
  const first = firstOfChoices(section.items);
  if (isHead && section.items.length === 0) return null;
  return (
    <section
      id={section.key}
      className="scroll-mt-16"
      aria-label={section.title || "Before the first heading"}
    >
      {section.title && !isHead && (
        <h2 className="mb-1 flex flex-wrap items-center gap-2 font-semibold">
          <Inlines of={section.inlines} />
          {kind && <Tag>{kind}</Tag>}
          {section.timeBoxMinutes !== null && (
            <Tag icon="clock">{minutesInWords(section.timeBoxMinutes)}</Tag>
          )}
        </h2>
      )}
      <SectionFigures section={section} />
      <ul className="space-y-1.5">
        {rows.map((item, index) => (
          <Item
            key={item.type === "note" || item.type === "below" ? index : item.key}
            {...{ item, section, asked, titles, frame }}
            begins={item.type === "step" && first.has(item.key)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps extends Omit<SectionProps, "isHead"> {
  item: Row;
  begins: boolean;
}

function Item({ item, section, asked, titles, frame, begins }: ItemProps) {
  const framed: Frame = (piece, content) => (frame ? frame(piece, content) : content);
  switch (item.type) {
    case "group":
      return (
        <li className="text-ink-2 pt-1 font-medium">
          {framed(pieceOfGroup(item), <Inlines of={item.inlines} />)}
        </li>
      );
    case "criterion":
      return <li>{framed(pieceOfCriterion(item), <Criterion criterion={item} />)}</li>;
    case "note":
      if (section.flow && item.block.lines.start === section.flow.lines.start)
        return (
          <li>
            <ParsedFlowView flow={section.flow} titles={titles} />
          </li>
        );
      return (
        <li className="text-ink-2 space-y-1.5 py-0.5">
          <KeptBlocks of={[item.block]} frame={frame} />
        </li>
      );
    case "below":
      return (
        <li style={indented(item.depth)}>
          <KeptBlocks of={[item.block]} frame={frame} inStep />
        </li>
      );
    case "step":
      return (
        <li style={indented(item.depth)}>
          {begins && <p className="meta">One of these is enough</p>}
          <div className={item.choiceKey ? "border-line-strong border-l-2 pl-2" : undefined}>
            {framed(
              pieceOfStep(item),
              <ParsedStepView step={item} asked={asked.get(item.key)} titles={titles} frame={frame} />,
            )}
          </div>
        </li>
      );
  }
}

function indented(depth: number) {
  return depth > 0 ? { marginLeft: `${depth * 20}px` } : undefined;
}

function Criterion({ criterion }: { criterion: ParsedCriterion }) {
  return (
    <div className="flex items-start gap-2">
      <Icon name="flag" size="sm" className="text-ink-3 mt-0.5" />
      <span>
        <Inlines of={criterion.inlines} /> <Tag>holds back “{criterion.gate}”</Tag>
      </span>
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
