import type { Kind } from "@/lib/runbooks/edit/kind-forms.rules";
import type { Block, LineRange, ParsedCriterion, ParsedGroup, ParsedStep } from "@/lib/runbooks/parse/types";
import { plainOf } from "../preview/words.rules";

/** Something that a runbook was read to hold, and what it can be instead. */
export interface Piece {
  lines: LineRange;
  /** Its words, for the name of its menu. */
  text: string;
  is: Kind;
  /** What it can be, itself included; none: it stays as it is. */
  kinds: readonly Kind[];
  /** Null for what is not ticked. */
  step: ParsedStep | null;
}

export function pieceOfStep(step: ParsedStep): Piece {
  const { lines, text, choiceKey } = step;
  const is = choiceKey ? "alternative" : "step";
  return { lines, text, is, kinds: kindsOfStep(step), step };
}

function kindsOfStep({ origin, choiceKey, depth, lines }: ParsedStep): Kind[] {
  if (origin === "fence" || origin === "chart") return [];
  const top: Kind[] = depth === 0 ? ["criterion"] : [];
  if (origin === "paragraph") return ["step", "note", ...top];
  const group: Kind[] = depth === 0 && lines.end > lines.start ? ["group"] : [];
  return choiceKey ? ["alternative", "sequence", "note"] : ["step", "note", ...group, ...top, "alternative"];
}

export function pieceOfGroup({ lines, label }: ParsedGroup): Piece {
  return { lines, text: label, is: "group", kinds: ["group", "step", "note"], step: null };
}

export function pieceOfCriterion({ lines, text }: ParsedCriterion): Piece {
  return { lines, text, is: "criterion", kinds: ["criterion", "step", "note"], step: null };
}

/** What is kept as it is. @param inStep it stands below a step: there only items of lists can be something else */
export function pieceOfNote(block: Block, inStep: boolean): Piece {
  const isText = block.type === "paragraph" && !inStep;
  const isCode = block.type === "code" && !inStep && block.lang?.toLowerCase() !== "mermaid";
  const kinds: Kind[] = isText ? ["note", "step", "criterion"] : isCode ? ["note", "step"] : [];
  return { lines: block.lines, text: plainOf([block]), is: "note", kinds, step: null };
}

export function pieceOfItem(item: { lines: LineRange; blocks: Block[] }, inStep: boolean): Piece {
  const text = plainOf(item.blocks.filter(({ type }) => type !== "list"));
  const kinds: Kind[] = inStep ? ["note", "step"] : ["note", "step", "criterion"];
  return { lines: item.lines, text, is: "note", kinds, step: null };
}
