import type { StepView } from "./view.rules";

/** The page where a chart is walked with its drawing beside it. */
export function chartHref(incidentKey: string, { list, item }: Pick<StepView, "list" | "item">): string {
  return `/incidents/${incidentKey}/checklists/${list.id}#step-${item.id}`;
}
