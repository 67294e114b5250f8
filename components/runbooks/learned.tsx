"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, type ReactNode } from "react";
import { apiGet } from "@/components/api/fetch";
import { PanelHead } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import type { FiguresDto } from "@/lib/runbooks/learning/dto";
import { TOO_FEW } from "@/lib/runbooks/learning/figures.rules";
import type { ParsedSection } from "@/lib/runbooks/parse/types";
import { helpedWords, stepWords, times } from "./figure-words.rules";
import { runbookKeys } from "./keys";

const Figures = createContext<FiguresDto | null>(null);

interface LearnedProps {
  slug: string;
  initial: FiguresDto;
  children: ReactNode;
}

/** Has what incidents say of a runbook at hand for the text in it. Without it, as in an import's preview, nothing shows. */
export function Learned({ slug, initial, children }: LearnedProps) {
  const { data } = useQuery({
    queryKey: runbookKeys.figures(slug),
    queryFn: ({ signal }) => apiGet<FiguresDto>(`/runbooks/${slug}/figures`, { signal }),
    initialData: initial,
  });
  return <Figures value={data}>{children}</Figures>;
}

/** Beside a step: how often it was walked, how long it took, how often skipped. */
export function StepFigures({ stepKey }: { stepKey: string }) {
  const figures = useContext(Figures);
  const words = stepWords(figures?.steps.find(({ key }) => key === stepKey));
  return words && <p className="meta">{words}</p>;
}

/** Below the head of a section: how often it was walked. */
export function SectionFigures({ section }: { section: ParsedSection }) {
  const figures = useContext(Figures);
  if (!figures || figures.walked === 0 || !isTicked(section)) return null;
  const walked = figures.sections.find(({ key }) => key === section.key)?.walked ?? 0;
  return <p className="meta mb-1">{walked === 0 ? "not walked yet" : `walked ${times(walked)}`}</p>;
}

/** Whole-runbook figures, beside its versions. */
export function RunbookFigures() {
  const figures = useContext(Figures);
  if (!figures) return null;
  const helped = helpedWords(figures.helped);
  return (
    <section aria-label="In incidents">
      <PanelHead title="In incidents" count={figures.walked} />
      <div className="px-4 pb-4">
        {figures.walked === 0 ? (
          <p className="meta">Not walked in an incident yet. Drills do not count.</p>
        ) : (
          <p>
            Walked {times(figures.walked)}
            {figures.lastWalkedAt && (
              <>
                , last <Time at={Date.parse(figures.lastWalkedAt)} show="relative" />
              </>
            )}
            {helped && <span className="meta block">{helped}</span>}
            {figures.walked < TOO_FEW && (
              <span className="meta block">Too few to say how long its steps take.</span>
            )}
          </p>
        )}
      </div>
    </section>
  );
}

function isTicked({ items, flow }: ParsedSection): boolean {
  return flow !== null || items.some(({ type }) => type === "step");
}
