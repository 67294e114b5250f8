"use client";

import { memo, useMemo } from "react";
import { Inlines } from "@/components/checklists/inlines";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import { minutesInWords } from "@/lib/checklists/needs.rules";
import type {
  Block,
  Decision,
  Flowchart,
  ParsedSection,
  ParsedStep,
  SectionItem,
} from "@/lib/runbooks/parse/types";
import { chosenRole } from "./changes.rules";
import { FlowView, StepDecisionView } from "./decision-views";
import { EditingProvider, useEditing, type Editing } from "./editing";
import { chartItems, headingItems } from "./piece-menu";
import { PieceMenu, PieceRow } from "./piece-row";
import { CriterionView, GroupView, NoteView, StepView } from "./result-items";
import { sectionRows } from "./section-rows.rules";
import { useNear } from "./use-near";

const KINDS = {
  steps: null,
  options: null,
  exit_criteria: "exit criteria",
  flow: null,
  notes: "notes",
} as const;

interface SectionViewProps extends Omit<Editing, "facts"> {
  section: ParsedSection;
  source: readonly string[];
  /** A short document is drawn at once. */
  isShort: boolean;
  /** The title of the section around it. */
  above: string | null;
  decisions: Decision[];
  charts: Flowchart[];
  /** "12 trigger". */
  facts: string[];
}

/** Drawn again only when something of this section changed, and first when it comes near to what is in view. */
export const SectionView = memo(function SectionView(props: SectionViewProps) {
  const { section, source, isShort, above, decisions, charts, facts, choices, titles, choose, onLink } =
    props;
  const [near, watch] = useNear(isShort);
  const editing = useMemo(
    () => ({ choices, titles, choose, onLink, facts: factsOf(facts) }),
    [choices, titles, choose, onLink, facts],
  );
  return (
    <EditingProvider value={editing}>
      <section
        ref={watch}
        data-from={section.lines.start}
        data-to={section.lines.end}
        aria-label={section.title || "Before the first heading"}
        className="pb-1.5"
      >
        {section.title !== "" && <SectionHead section={section} above={above} />}
        {near ? (
          <Items {...{ section, source, decisions, charts }} />
        ) : (
          <div style={{ height: `${section.items.length * 28}px` }} />
        )}
      </section>
    </EditingProvider>
  );
}, isSame);

/** Parts of a parse that did not change are the same values; lists of them are made anew each time. */
function isSame(before: SectionViewProps, after: SectionViewProps): boolean {
  return (Object.keys(after) as (keyof SectionViewProps)[]).every((name) => {
    const [was, is] = [before[name], after[name]];
    if (was === is) return true;
    if (!Array.isArray(was) || !Array.isArray(is) || name === "source") return false;
    return was.length === is.length && was.every((one, index) => one === is[index]);
  });
}

function factsOf(facts: readonly string[]): Map<number, string> {
  return new Map(
    facts.map((fact): [number, string] => {
      const [line = "", word = ""] = fact.split(" ");
      return [Number(line), word];
    }),
  );
}

function SectionHead({ section, above }: { section: ParsedSection; above: string | null }) {
  const { choices, choose } = useEditing();
  const line = section.lines.start;
  const kind = KINDS[section.kind];
  const words = chosenRole(choices, line) ? "Section, changed" : "Section";
  return (
    <div
      data-line={line}
      data-end={line}
      className="flex min-h-7.5 scroll-my-10 flex-wrap items-center gap-x-2 gap-y-0.5"
    >
      <h2 className="min-w-0 text-base font-semibold tracking-tight break-words">
        <Inlines of={section.inlines} />
      </h2>
      {section.flow && <Tag icon="decision">flowchart</Tag>}
      {kind && section.items.length > 0 && <Tag>{kind}</Tag>}
      {section.timeBoxMinutes !== null && <Tag icon="clock">{minutesInWords(section.timeBoxMinutes)}</Tag>}
      {above !== null && <span className="meta">in {above}</span>}
      {choose && section.items.length > 0 && (
        <span className="ml-auto">
          <PieceMenu
            word={words}
            text={section.title}
            items={headingItems(line, choices, choose)}
            isChosen={false}
          />
        </span>
      )}
    </div>
  );
}

interface ItemsProps {
  section: ParsedSection;
  source: readonly string[];
  decisions: Decision[];
  charts: Flowchart[];
}

function Items({ section, source, decisions, charts }: ItemsProps) {
  const rows = useMemo(() => sectionRows(section, decisions), [section, decisions]);
  return rows.map((row, index) => {
    if (row.kind === "item")
      return <ItemView key={index} item={row.item} section={section} charts={charts} />;
    if (row.kind === "below") return <NoteView key={index} block={row.below.block} depth={row.below.depth} />;
    const { step } = row;
    if (row.kind === "decision")
      return <StepDecisionView key={step.key} step={step} decision={row.decision} below={row.below} />;
    return (
      <div key={step.key} className={step.choiceKey ? "border-line-strong ml-2 border-l-2" : undefined}>
        {row.begins && <p className="meta px-2 pt-1">One of these is enough</p>}
        <StepView step={step} source={source} />
      </div>
    );
  });
}

interface ItemViewProps {
  item: Exclude<SectionItem, ParsedStep>;
  section: ParsedSection;
  charts: readonly Flowchart[];
}

function ItemView({ item, section, charts }: ItemViewProps) {
  if (item.type === "group") return <GroupView group={item} />;
  if (item.type === "criterion") return <CriterionView criterion={item} />;
  if (item.block.type === "code" && item.block.lang?.toLowerCase() === "mermaid")
    return <ChartView block={item.block} section={section} charts={charts} />;
  return <NoteView block={item.block} />;
}

interface ChartViewProps {
  block: Extract<Block, { type: "code" }>;
  section: ParsedSection;
  charts: readonly Flowchart[];
}

/** A chart in its place: walked, only shown, or kept as code. */
function ChartView({ block, section, charts }: ChartViewProps) {
  const { choices, choose } = useEditing();
  const line = block.lines.start;
  const walked = section.flow?.lines.start === line ? section.flow : null;
  const chart = charts.find(({ lines }) => lines.start === line);
  const isHidden = choices.some((choice) => choice.kind === "hideChart" && choice.line === line);
  // Another kind of drawing is code to us, and stays it.
  if (!walked && !chart && !isHidden) return <NoteView block={block} />;
  const now = walked ? "walked" : isHidden ? "hidden" : "shown";
  const words = { walked: "Chart, walked", shown: "Chart, only shown", hidden: "Code" }[now];
  return (
    <>
      <PieceRow
        icon={<Icon name="decision" size="sm" className="text-ink-3" />}
        lines={{ start: line, end: block.lines.end }}
        word={words}
        text={`of ${section.title}`}
        isChosen={isHidden || chosenRole(choices, line) !== null}
        items={choose ? chartItems(line, now, choices, choose) : []}
        className="text-ink-2"
      >
        {chart ? inWords(chart) : "A chart that stays code"}
      </PieceRow>
      {walked && <FlowView flow={walked} />}
    </>
  );
}

function inWords({ nodes, edges }: Flowchart): string {
  return `A chart of ${nodes.length} ${nodes.length === 1 ? "box" : "boxes"} and ${edges.length} ways`;
}
