import type { BaseContext } from "@/lib/db/context";
import { changeDetails } from "@/lib/runbooks/change-details";
import type { Who } from "./people";
import { act, named, type World } from "./world";

const DAY_MS = 24 * 3_600_000;

interface Described {
  owner: Who;
  services: string[];
  tags: string[];
  /** Days from now; of one review nobody has thought. */
  reviewIn: number;
}

const described: Readonly<Record<string, Described>> = {
  "payments-fail": {
    ...{ owner: "leila", services: ["bookings", "checkout", "payments"], reviewIn: 60 },
    tags: ["customers", "money"],
  },
  "tracking-stale": { owner: "nikhil", services: ["tracking"], tags: ["customers"], reviewIn: 25 },
  "depot-printing": {
    owner: "signe",
    services: ["depot-scanners", "labels"],
    tags: ["depots"],
    reviewIn: -5,
  },
};

/** Says of the organisation's own runbooks who keeps them right and what they are about. */
export async function describeRunbooks(
  base: BaseContext,
  { people, services, now }: Pick<World, "people" | "services" | "now">,
): Promise<void> {
  for (const [slug, { owner, services: names, tags, reviewIn }] of Object.entries(described)) {
    const serviceIds = names.map((name) => named(services, name)).sort();
    const reviewBy = new Date(now.getTime() + reviewIn * DAY_MS).toISOString().slice(0, 10);
    await act(base, people[owner], changeDetails, {
      slug,
      changes: {
        ownerId: { from: null, to: people[owner].id },
        tags: { from: [], to: tags },
        serviceIds: { from: [], to: serviceIds },
        reviewBy: { from: null, to: reviewBy },
      },
    });
  }
}
