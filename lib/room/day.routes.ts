import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { entryParams } from "@/lib/record/schemas";
import { dayDto, dismissedDto, myStepsDto } from "./day.dto";
import { dismissEntry, restoreEntry } from "./dismiss-entry";
import { readMySteps } from "./my-steps";
import { readDay } from "./read-day";

const dismissal = {
  path: "/incidents/{key}/entries/{seq}/dismissal",
  tag: "My day",
  params: entryParams,
  result: dismissedDto,
} as const;

/** What one person has before them. */
export function dayRoutes(api: Api): void {
  read(api, {
    path: "/me/day",
    summary: "My day: my clock, what waits for me, my steps and follow-ups",
    tag: "My day",
    result: dayDto,
    run: (ctx) => readDay(ctx),
  });
  read(api, {
    path: "/me/steps",
    summary: "My steps in incidents that run",
    tag: "My day",
    result: myStepsDto,
    run: async (ctx) => ({ steps: await readMySteps(ctx) }),
  });
  write(api, {
    ...dismissal,
    method: "put",
    summary: "Put away that an entry concerns me",
    run: (ctx, { params }) => dismissEntry(ctx, params),
  });
  write(api, {
    ...dismissal,
    method: "delete",
    summary: "Take that back",
    run: (ctx, { params }) => restoreEntry(ctx, params),
  });
}
