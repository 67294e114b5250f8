"use client";

import { useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { useOffered } from "../use-offered";
import { withLink } from "./changes.rules";
import type { LinkedBranch } from "./editing";
import type { Choose } from "./use-draft";

interface LinkDialogProps {
  branch: LinkedBranch;
  parsed: ParsedRunbook;
  choose: Choose;
  onClose: () => void;
}

/** Where an answer leads besides its node: a section of this runbook, or another runbook. */
export function LinkDialog({ branch, parsed, choose, onClose }: LinkDialogProps) {
  const [to, setTo] = useState<"section" | "runbook">(branch.link?.runbookSlug ? "runbook" : "section");
  const [sectionKey, setSectionKey] = useState(
    branch.link?.runbookSlug ? "" : (branch.link?.sectionKey ?? ""),
  );
  const [slug, setSlug] = useState(branch.link?.runbookSlug ?? "");
  const sections = parsed.sections.filter(({ title }) => title !== "");
  const chosen = to === "section" ? sectionKey : slug;
  const save = () => {
    const link =
      to === "section" ? { runbookSlug: null, sectionKey } : { runbookSlug: slug, sectionKey: null };
    choose((before) => withLink(before, branch, link), `“${branch.label}” is linked`);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Where “${branch.label}” leads`}
      description="Who answers so is led there, besides the chart's own way."
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onClick={save}
            notYet={chosen === "" ? "Choose where it leads" : undefined}
          >
            Link
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <RadioGroup
          name="link-to"
          label="It leads to"
          value={to}
          onValueChange={setTo}
          options={[
            { value: "section", label: "a section of this runbook" },
            { value: "runbook", label: "another runbook" },
          ]}
        />
        {to === "section" ? (
          <Field label="Section">
            <Select
              value={sectionKey}
              onChange={(event) => setSectionKey(event.target.value)}
              placeholder="Choose…"
              options={sections.map(({ key, title }) => ({ value: key, label: title }))}
            />
          </Field>
        ) : (
          <OtherRunbook slug={slug} onChoose={setSlug} />
        )}
      </div>
    </Dialog>
  );
}

function OtherRunbook({ slug, onChoose }: { slug: string; onChoose: (slug: string) => void }) {
  const [words, setWords] = useState("");
  const { runbooks, error } = useOffered(words);
  const options = (runbooks ?? []).map((runbook) => ({ value: runbook.slug, label: runbook.title }));
  if (slug && !options.some(({ value }) => value === slug)) options.unshift({ value: slug, label: slug });
  return (
    <>
      <Field label="Find it">
        <Input leading="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Field
        label="Runbook"
        hint={runbooks?.length === 0 ? "No published runbook has these words." : undefined}
        error={error ? messageOf(error) : undefined}
      >
        <Select
          value={slug}
          onChange={(event) => onChoose(event.target.value)}
          placeholder="Choose…"
          options={options}
        />
      </Field>
    </>
  );
}
