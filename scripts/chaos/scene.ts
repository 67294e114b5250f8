import { randomUUID } from "node:crypto";
import { type HttpClient } from "../load/http-client";
import { done, type SignedIn } from "../load/people";
import type { Acknowledged, Act } from "./act";

/** An incident that the writers share, and what they believe about it. */
export interface SharedIncident {
  id: string;
  key: string;
  commander: SignedIn;
  deputy: SignedIn;
  status: "investigating" | "mitigating" | "monitoring";
  updates: number;
  /** One for each writer, in their order. */
  steps: { id: string; state: "todo" | "done" }[];
}

export interface Scene {
  environmentId: string;
  incidents: SharedIncident[];
}

const INCIDENTS = 8;

/**
 * Declares the incidents that the writers will share, each with a commander, a deputy and a step for everybody.
 * @param writers two for each incident
 * @param perform does and records an act
 */
export async function setScene(
  client: HttpClient,
  writers: readonly SignedIn[],
  perform: (act: Act) => Promise<Acknowledged>,
): Promise<Scene> {
  const cookie = writers[0]?.cookie;
  const directory = done(
    await client.call<{ environments: { id: string }[] }>("GET", "/directory", undefined, { cookie }),
  );
  const environmentId = directory.environments[0]?.id ?? "";
  const incidents = await Promise.all(
    Array.from({ length: INCIDENTS }, (_, index) => {
      const [commander, deputy] = [writers[index], writers[index + INCIDENTS]];
      if (!commander || !deputy) throw new Error(`Two writers are needed for each of ${INCIDENTS} incidents`);
      return share({ environmentId, commander, deputy, writers, perform });
    }),
  );
  return { environmentId, incidents };
}

interface Share {
  environmentId: string;
  commander: SignedIn;
  deputy: SignedIn;
  writers: readonly SignedIn[];
  perform: (act: Act) => Promise<Acknowledged>;
}

async function share({ environmentId, commander, deputy, writers, perform }: Share): Promise<SharedIncident> {
  const { incident } = await perform(declaration(commander, environmentId));
  if (!incident) throw new Error("A declaration answers with its incident");
  const one = `/incidents/${incident.key}`;
  const byCommander = (method: Act["method"], path: string, body: unknown) =>
    perform({ key: randomUUID(), writer: commander, method, path: one + path, body });
  await byCommander("PUT", "/acknowledgement", {});
  await byCommander("PUT", `/participants/${deputy.id}`, { role: "deputy" });
  const started = await byCommander("POST", "/own-checklists", {
    title: "A step for everybody",
    steps: writers.map(({ name }) => `Watch the queue, ${name}`),
  });
  const checklist = started.entries.find((entry) => entry.kind === "checklist.started");
  if (checklist?.kind !== "checklist.started") throw new Error("The checklist's entry is missing");
  const steps = checklist.data.items.map(({ id }) => ({ id, state: "todo" as const }));
  return { ...incident, commander, deputy, status: "investigating", updates: 0, steps };
}

/** Declares an incident of the longest cadence: no slot of it ends during the run. */
export function declaration(writer: SignedIn, environmentId: string): Act {
  const key = randomUUID();
  const body = { title: `Orders are stuck ${key}`, severity: 4, environmentId };
  return { key, writer, method: "POST", path: "/incidents", body };
}
