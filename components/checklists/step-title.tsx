import { Tag } from "@/components/ui/tag";
import { Inlines } from "./inlines";
import type { StepView } from "./view.rules";

/** A step's title with its code and emphasis; one that was added by hand is plain text. */
export function StepTitle({ step: { step, title, item } }: { step: StepView }) {
  const words = item.title === null && step?.title === null ? <Inlines of={step.inlines} /> : title;
  if (item.round === 1) return words;
  return (
    <>
      {words} <Tag>round {item.round}</Tag>
    </>
  );
}
