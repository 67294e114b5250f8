"use client";

import { useRef, useState, type ReactNode } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import type { MenuItem } from "@/components/ui/menu-items";
import {
  editableStep,
  type EditableStep,
  type Outline,
  type StepEdit,
} from "@/lib/runbooks/edit/step-edits.rules";
import type { ParsedStep } from "@/lib/runbooks/parse/types";

interface StepRowProps {
  step: ParsedStep;
  outline: Outline;
  /** @returns whether it was done; if not, what was typed stays */
  onEdit: (edit: StepEdit, done: string) => boolean;
  /** Marks its lines in the text. */
  onShow: () => void;
  /** The step as the checklist shows it. */
  children: ReactNode;
}

/** A step of the preview with a menu of small changes, which are written back as Markdown. */
export function EditableStepRow({ step, outline, onEdit, onShow, children }: StepRowProps) {
  const [asking, setAsking] = useState<"retype" | "add" | null>(null);
  const can = editableStep(outline, step.key);
  const row = useRef<HTMLDivElement>(null);
  const finish = (text: string) => {
    const done =
      asking === "add"
        ? onEdit({ kind: "add", text }, "Step added.")
        : onEdit({ kind: "retype", text }, "Text changed.");
    if (done) setAsking(null);
  };
  const cancel = () => {
    setAsking(null);
    row.current?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.focus();
  };
  return (
    <div ref={row} data-line={step.lines.start}>
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          {asking === "retype" ? (
            <TextForm
              label="Text of the step"
              initial={can?.text ?? ""}
              verb="Change"
              {...{ finish }}
              onCancel={cancel}
            />
          ) : (
            children
          )}
        </div>
        <DropdownMenu
          trigger={<IconButton size="sm" icon="dots" label={`Change: ${step.text}`} />}
          items={menuOf(can, { onEdit, onShow, ask: setAsking })}
        />
      </div>
      {asking === "add" && (
        <TextForm label="Text of the new step" initial="" verb="Add" {...{ finish }} onCancel={cancel} />
      )}
    </div>
  );
}

interface Acts {
  onEdit: StepRowProps["onEdit"];
  onShow: () => void;
  ask: (what: "retype" | "add") => void;
}

function menuOf(can: EditableStep | null, { onEdit, onShow, ask }: Acts): MenuItem[] {
  const show: MenuItem = { label: "Show in the Markdown", icon: "eye", onSelect: onShow };
  if (!can) return [{ ...show, hint: "This step is no item of a list: change it there." }];
  const box = can.box ? "Take the box away" : "Put a box before it";
  return [
    ...(can.text === null
      ? []
      : [{ label: "Change the text…", icon: "pencil", onSelect: () => ask("retype") } as const]),
    {
      label: "Move up",
      icon: "chevron-up",
      disabled: !can.canMoveUp,
      onSelect: () => onEdit({ kind: "move", by: -1 }, "Moved up."),
    },
    {
      label: "Move down",
      icon: "chevron-down",
      disabled: !can.canMoveDown,
      onSelect: () => onEdit({ kind: "move", by: 1 }, "Moved down."),
    },
    { label: "Add a step below…", icon: "plus", onSelect: () => ask("add") },
    { separator: true },
    {
      label: can.ordered ? "Bullets for this list" : "Numbers for this list",
      icon: "list",
      onSelect: () =>
        onEdit(
          { kind: "list", as: can.ordered ? "bullet" : "ordered" },
          can.ordered ? "Bullets." : "Numbers.",
        ),
    },
    { label: box, icon: "check", onSelect: () => onEdit({ kind: "box", on: !can.box }, `${box}.`) },
    show,
    { separator: true },
    {
      label: "Delete",
      icon: "trash",
      danger: true,
      hint: can.lines > 1 ? `with all below it, ${can.lines} lines` : undefined,
      onSelect: () => onEdit({ kind: "delete" }, "Step deleted."),
    },
  ];
}

interface TextFormProps {
  label: string;
  initial: string;
  verb: string;
  finish: (text: string) => void;
  onCancel: () => void;
}

/** One line to type; Enter takes it, Escape leaves it as it was. */
function TextForm({ label, initial, verb, finish, onCancel }: TextFormProps) {
  const [text, setText] = useState(initial);
  return (
    <form
      className="phone:flex-wrap flex items-center gap-1.5 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) finish(text);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <Input
        autoFocus
        aria-label={label}
        className="min-w-0 flex-1"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="primary" notYet={text.trim() ? undefined : "Type a text first"}>
        {verb}
      </Button>
      <Button onClick={onCancel}>Cancel</Button>
    </form>
  );
}
