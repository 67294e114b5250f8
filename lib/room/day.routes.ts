import type { Api } from "@/lib/http/api";
import { read } from "@/lib/http/route";
import { dayDto, myStepsDto } from "./day.dto";
import { readMySteps } from "./my-steps";
import { readDay } from "./read-day";

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
}
