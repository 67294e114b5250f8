"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { LinkChoice } from "@/lib/runbooks/parse/choices";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { withLink } from "./changes.rules";
import type { OfferedBranch } from "./finding-rows.rules";
import type { Choose } from "./use-draft";

interface LinkAllDialogProps {
  branches: OfferedBranch[];
  parsed: ParsedRunbook;
  choose: Choose;
  onClose: () => void;
}

/** The answers of a question beside the sections that have their names: linked when a person says so. */
export function LinkAllDialog({ branches, parsed, choose, onClose }: LinkAllDialogProps) {
  const titles = new Map(parsed.sections.map(({ key, title }) => [key, title]));
  const [chosen, setChosen] = useState(() => branches.map(({ offers }) => offers[0]?.to.sectionKey ?? ""));
  const links = branches.flatMap(
    ({ offers }, index) => offers.find(({ to }) => to.sectionKey === chosen[index]) ?? [],
  );
  const link = () => {
    choose(
      (before) => links.reduce((made, one: LinkChoice) => withLink(made, one, one.to), [...before]),
      links.length === 1 ? "1 answer is linked" : `${links.length} answers are linked`,
    );
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Where these answers lead"
      description="Their words are those of a section. Who answers so is led there, besides the chart's own way."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onClick={link}
            notYet={links.length === 0 ? "Choose a section first" : undefined}
          >
            {links.length === 1 ? "Link 1 answer" : `Link ${links.length} answers`}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {branches.map(({ label, line, offers }, index) => (
          <Field key={`${line} ${label}`} label={`“${label}”, line ${line}`}>
            <Select
              value={chosen[index] ?? ""}
              onChange={(event) => {
                const next = [...chosen];
                next[index] = event.target.value;
                setChosen(next);
              }}
              placeholder="Not linked"
              options={offers.flatMap(({ to }) =>
                to.sectionKey
                  ? [{ value: to.sectionKey, label: titles.get(to.sectionKey) ?? to.sectionKey }]
                  : [],
              )}
            />
          </Field>
        ))}
      </div>
    </Dialog>
  );
}
