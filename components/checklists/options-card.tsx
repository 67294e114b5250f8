"use client";

import { Icon } from "@/components/ui/icon";
import { inWords } from "@/lib/checklists/step.rules";
import { plainText } from "@/lib/runbooks/parse/inline";
import { behindTitle } from "@/lib/runbooks/parse/step-words.rules";
import type { Choice } from "./choice.rules";
import { stepDanger } from "./commands.rules";
import { ChoiceButton } from "./decision-card";
import { FilledText } from "./filled-text";
import type { StepView } from "./view.rules";

interface OptionsProps {
  choice: Choice;
  /** The one that is on the card; null while none is picked. */
  pickedId: string | null;
  onPick: (itemId: string) => void;
}

/** Alternatives as buttons: to pick one changes nothing yet, it only puts that step on the card. */
export function Options({ choice: { options }, pickedId, onPick }: OptionsProps) {
  return (
    <div role="group" aria-label="One of these is enough" className="mb-2.5 grid gap-1.5">
      {pickedId !== null && <p className="meta">One of these is enough</p>}
      {options.map((view, index) => (
        <ChoiceButton
          key={view.item.id}
          words={view.title}
          chosen={view.item.id === pickedId}
          digit={index < 9 ? String(index + 1) : undefined}
          disabled={false}
          held={false}
          onChoose={() => onPick(view.item.id)}
        >
          {view.item.id !== pickedId && knownOf(view) && <Known view={view} />}
        </ChoiceButton>
      ))}
    </div>
  );
}

/** What tells an alternative from the others: when it fits, what it can destroy, how it stands. */
function Known({ view }: { view: StepView }) {
  const { said, danger, stands } = knownOf(view) ?? {};
  return (
    <>
      {said && (
        <span className="block">
          <FilledText text={said} />
        </span>
      )}
      {danger && (
        <span className="text-warn flex items-center gap-1">
          <Icon name="incident" size="xs" /> {danger}
        </span>
      )}
      {stands && <span className="block">{stands}</span>}
    </>
  );
}

function knownOf({ step, item }: StepView) {
  const { condition = null } = step ?? {};
  const words = step ? plainText(behindTitle(step)) : "";
  const isSaid = condition === null || step?.text.includes(condition);
  const said = [isSaid ? null : condition, words].filter(Boolean).join(". ");
  const danger = stepDanger(step);
  const stands = item.state === "todo" ? "" : inWords(item.state);
  return said || danger || stands ? { said, danger, stands } : null;
}
