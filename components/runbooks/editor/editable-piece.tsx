"use client";

import { useRef, useState, type ReactNode } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import { Tag } from "@/components/ui/tag";
import { editableStep, type Outline } from "@/lib/runbooks/edit/step-edits.rules";
import type { Piece } from "../reading/pieces.rules";
import { menuOf, type PieceActs } from "./editable-menu";
import { useOpenField } from "./open-fields";

interface EditablePieceProps extends PieceActs {
  piece: Piece;
  outline: Outline;
  /** A person changed what it is, beside the text. */
  isChosen: boolean;
  /** The piece as the checklist shows it. */
  children: ReactNode;
}

/** A piece of the preview with a menu of what else it can be; of a step, with small changes of its Markdown, too. */
export function EditablePiece({ piece, outline, isChosen, children, ...acts }: EditablePieceProps) {
  const [asking, setAsking] = useState<"retype" | "add" | null>(null);
  const menu = useRef<HTMLSpanElement>(null);
  const can = piece.step && editableStep(outline, piece.step.key);
  if (!piece.step && piece.kinds.length === 0) return children;
  const finish = (text: string) => {
    const done =
      asking === "add"
        ? acts.onEdit({ kind: "add", text }, "Step added.")
        : acts.onEdit({ kind: "retype", text }, "Text changed.");
    if (done) setAsking(null);
    return done;
  };
  const cancel = () => {
    setAsking(null);
    menu.current?.querySelector("button")?.focus();
  };
  return (
    <div>
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
        {isChosen && <Tag>changed</Tag>}
        <span ref={menu} data-menu-of={piece.lines.start}>
          <DropdownMenu
            trigger={<IconButton size="sm" icon="dots" label={`Change: ${piece.text}`} />}
            items={menuOf(piece, can, isChosen, { ...acts, ask: setAsking })}
          />
        </span>
      </div>
      {asking === "add" && (
        <TextForm label="Text of the new step" initial="" verb="Add" {...{ finish }} onCancel={cancel} />
      )}
    </div>
  );
}

interface TextFormProps {
  label: string;
  initial: string;
  verb: string;
  /** @returns whether it was written into the Markdown */
  finish: (text: string) => boolean;
  onCancel: () => void;
}

/** One line to type; Enter takes it, with Ctrl or ⌘, too, and so does a save; Escape leaves it as it was. */
function TextForm({ label, initial, verb, finish, onCancel }: TextFormProps) {
  const [text, setText] = useState(initial);
  const take = () => text.trim() !== "" && finish(text);
  useOpenField({ holds: text.trim() !== "" && text !== initial, take });
  return (
    <form
      className="phone:flex-wrap flex items-center gap-1.5 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) take();
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
