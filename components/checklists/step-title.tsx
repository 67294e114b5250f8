import { Tag } from "@/components/ui/tag";
import { leadInlines, ownInlines, titleInlines, withoutLinks } from "@/lib/runbooks/parse/step-words.rules";
import { FilledText } from "./filled-text";
import { Inlines } from "./inlines";
import type { StepView } from "./view.rules";

interface StepTitleProps {
  step: StepView;
  /** Its commands stand below: one that only ends the title is left out. Elsewhere it is a row to press, without links. */
  withBlock?: boolean;
}

/** A step's title with its code and emphasis. */
export function StepTitle({ step: { step, title, item }, withBlock = false }: StepTitleProps) {
  const sentence = step && titleInlines(step);
  const inlines = sentence ?? (step ? (withBlock ? leadInlines : ownInlines)(step) : []);
  const lead =
    step?.title && !sentence ? (
      <FilledText text={step.title} />
    ) : (
      <Inlines of={withBlock ? inlines : withoutLinks(inlines)} />
    );
  const words = step ? lead : title;
  if (item.round === 1) return words;
  return (
    <>
      {words} <Tag>round {item.round}</Tag>
    </>
  );
}
