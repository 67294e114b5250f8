"use client";

import type { ReactNode } from "react";
import { Blocks, Inlines } from "@/components/checklists/inlines";
import { Icon } from "@/components/ui/icon";
import { StepIcon } from "@/components/ui/step-icon";
import { Tag } from "@/components/ui/tag";
import { needsIn, needWords } from "@/lib/checklists/needs.rules";
import { detailsAround } from "@/lib/runbooks/parse/step-details.rules";
import type { Block, ParsedCriterion, ParsedGroup, ParsedStep } from "@/lib/runbooks/parse/types";
import { chosenRole } from "./changes.rules";
import { useEditing } from "./editing";
import { noteWord } from "./note-word.rules";
import { CODE_ROLES, LIST_ROLES, PARAGRAPH_ROLES, roleItems } from "./piece-menu";
import { PieceRow } from "./piece-row";
import { codeLineOf, plainOf } from "./words.rules";

/** A step with its commands, what to expect, and what stands below it. */
export function StepView({ step, source }: { step: ParsedStep; source: readonly string[] }) {
  const { choices, choose } = useEditing();
  const inCode = step.origin === "fence";
  const line = inCode ? codeLineOf(source, step.lines.start) : step.lines.start;
  const current = step.choiceKey ? "alternative" : "step";
  const roles = inCode ? CODE_ROLES : step.origin === "paragraph" ? PARAGRAPH_ROLES : LIST_ROLES;
  const shown = new Set(step.inlines.flatMap((inline) => (inline.type === "code" ? [inline.text] : [])));
  const commands = step.commands.filter(({ text }) => !shown.has(text));
  const dangers = step.commands.flatMap(({ danger }) => danger ?? []);
  const { before, after } = detailsAround(step);
  const needs = needWords(needsIn(step));
  const word = step.choiceKey ? "Alternative" : step.commands.length > 0 ? "Step, copy" : "Step";
  const runs = (
    <>
      {commands.map(({ text, comment, lines }) => (
        <div key={`${lines.start} ${text}`} className="mt-1">
          {comment && <p className="meta break-words whitespace-pre-line">{comment}</p>}
          <code className="bg-sunken block rounded-xs px-1.5 py-0.5 font-mono text-xs break-words whitespace-pre-wrap">
            {text}
          </code>
        </div>
      ))}
      {dangers.map((danger) => (
        <p key={danger} className="text-warn mt-0.5 flex items-center gap-1 text-xs">
          <Icon name="bolt" size="xs" /> {danger}
        </p>
      ))}
      {step.expect && <Field word="Expect" text={step.expect.text} />}
      {step.ifFails && <Field word="If this fails" text={step.ifFails.text} />}
    </>
  );
  return (
    <>
      <PieceRow
        icon={<StepIcon state="todo" label="" />}
        lines={step.lines}
        word={word}
        text={step.text}
        isChosen={chosenRole(choices, line) !== null}
        items={choose ? roleItems({ line, roles, current }, choices, choose) : []}
        depth={step.depth}
      >
        <Inlines of={step.inlines} />
        {needs && <Tag className="ml-1.5">{needs}</Tag>}
        {before.length === 0 && runs}
      </PieceRow>
      {before.map((block) => (
        <NoteView key={block.lines.start} block={block} depth={step.depth + 1} />
      ))}
      {before.length > 0 && <UnderText depth={step.depth}>{runs}</UnderText>}
      {after.map((block, index) => (
        <NoteView key={index} block={block} depth={step.depth + 1} />
      ))}
    </>
  );
}

/** Below the rows that stand between a step's words and its command, as wide as the words are. */
function UnderText({ depth, children }: { depth: number; children: ReactNode }) {
  return (
    <div style={{ marginLeft: `${Math.min(depth, 5) * 20 + 72}px` }} className="pb-1 break-words">
      {children}
    </div>
  );
}

function Field({ word, text }: { word: string; text: string }) {
  return (
    <p className="meta mt-0.5">
      {word}: {text}
    </p>
  );
}

export function GroupView({ group }: { group: ParsedGroup }) {
  const { choices, choose } = useEditing();
  const line = group.lines.start;
  return (
    <PieceRow
      icon={<Icon name="list" size="sm" className="text-ink-3" />}
      lines={group.lines}
      word="Group"
      text={group.label}
      isChosen={chosenRole(choices, line) !== null}
      items={choose ? roleItems({ line, roles: PARAGRAPH_ROLES, current: "group" }, choices, choose) : []}
      className="mt-1 font-medium"
    >
      <Inlines of={group.inlines} />
    </PieceRow>
  );
}

export function CriterionView({ criterion }: { criterion: ParsedCriterion }) {
  const { choices, choose } = useEditing();
  const line = criterion.lines.start;
  return (
    <PieceRow
      icon={<Icon name="flag" size="sm" className="text-ink-3" />}
      lines={criterion.lines}
      word="Exit criterion"
      text={criterion.text}
      isChosen={chosenRole(choices, line) !== null}
      items={choose ? roleItems({ line, roles: LIST_ROLES, current: "criterion" }, choices, choose) : []}
    >
      <Inlines of={criterion.inlines} /> <Tag>holds back “{criterion.gate}”</Tag>
    </PieceRow>
  );
}

/** Something that is kept and shown, never ticked. Items of a list stand each by itself, so that each can be changed. */
export function NoteView({ block, depth = 0 }: { block: Block; depth?: number }) {
  if (block.type !== "list") return <NoteRow block={block} depth={depth} />;
  return block.items.map((item) => {
    const own = item.blocks.filter(({ type }) => type !== "list");
    const lists = item.blocks.filter(({ type }) => type === "list");
    return (
      <div key={item.lines.start}>
        <NoteRow block={{ ...block, items: [] }} own={own} lines={item.lines} depth={depth} />
        {lists.map((list) => (
          <NoteView key={list.lines.start} block={list} depth={depth + 1} />
        ))}
      </div>
    );
  });
}

interface NoteRowProps {
  block: Block;
  /** Of a list item: what stands in it. */
  own?: Block[];
  lines?: Block["lines"];
  depth: number;
}

function NoteRow({ block, own = [block], lines = block.lines, depth }: NoteRowProps) {
  const { choices, choose, facts } = useEditing();
  const line = lines.start;
  const fact = facts.get(line);
  const roles = ROLES[block.type] ?? [];
  return (
    <PieceRow
      icon={<Icon name={fact === "trigger" ? "bell" : "note"} size="sm" className="text-ink-3" />}
      lines={lines}
      word={noteWord(block, facts)}
      text={plainOf(own)}
      isChosen={chosenRole(choices, line) !== null}
      items={choose && roles.length > 0 ? roleItems({ line, roles, current: "note" }, choices, choose) : []}
      depth={depth}
      className="text-ink-2"
    >
      <Blocks of={own} />
    </PieceRow>
  );
}

const ROLES: Partial<Record<Block["type"], typeof LIST_ROLES>> = {
  list: LIST_ROLES,
  paragraph: PARAGRAPH_ROLES,
  code: CODE_ROLES,
};
