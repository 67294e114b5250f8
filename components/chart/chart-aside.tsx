"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { PanelHead } from "@/components/ui/panel";
import type { ParsedFlow } from "@/lib/runbooks/parse/types";
import { ChartDrawing } from "./chart-drawing";
import type { WayTaken } from "./way-taken";

interface ChartAsideProps {
  title: string;
  flow: ParsedFlow;
  taken: WayTaken;
  onNode: (nodeKey: string) => void;
  full: boolean;
  onFull: (full: boolean) => void;
}

/** The chart beside the steps, and in full size over them. */
export function ChartAside({ title, flow, taken, onNode, full, onFull }: ChartAsideProps) {
  return (
    <aside
      aria-label="Chart"
      className="border-line phone:border-b phone:pb-3 min-h-0 md:overflow-y-auto md:border-r"
    >
      <PanelHead title={title} note="way taken is solid" />
      <div className="px-4">
        <ChartDrawing {...{ flow, taken, onNode }} />
      </div>
      <p className="meta flex flex-wrap items-center gap-1.5 px-4 pt-2 pb-3">
        Choose a box to see its step.
        <Button size="sm" variant="quiet" onClick={() => onFull(true)}>
          Full size <Kbd keys="f" className="phone:hidden" />
        </Button>
      </p>
      <Dialog open={full} onOpenChange={onFull} title={title} size="lg">
        <div className="max-h-[75dvh] overflow-auto">
          <ChartDrawing {...{ flow, taken, onNode }} />
        </div>
      </Dialog>
    </aside>
  );
}
