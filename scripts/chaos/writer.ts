import { randomInt, randomUUID } from "node:crypto";
import type { SignedIn } from "../load/people";
import type { Acknowledged, Act } from "./act";
import { declaration, type Scene, type SharedIncident } from "./scene";

/** What a writer is about to do, and what it knows once that is done. */
interface Plan {
  act: Act;
  learn?: () => void;
}

const statuses = ["investigating", "mitigating", "monitoring"] as const;

/**
 * One of the people who write: does one thing after another until told that it is enough.
 * @param place of this writer among all: which of an incident's steps is theirs
 * @param perform does an act under its key until it is answered, and records what was said
 */
export async function write(
  { scene, writer, place }: { scene: Scene; writer: SignedIn; place: number },
  perform: (act: Act) => Promise<Acknowledged>,
  isEnough: () => boolean,
): Promise<void> {
  while (!isEnough()) {
    const { act, learn } = plan(scene, writer, place);
    const { outcome, wrongly } = await perform(act);
    // Refused though nobody else can have been first: then our own act is there already, and it goes on from that.
    if (outcome === "done" || wrongly) learn?.();
  }
}

/** Of a hundred acts: 4 declarations, 9 status moves, 4 updates, 43 ticks and unticks, 40 notes. */
function plan(scene: Scene, writer: SignedIn, place: number): Plan {
  const dice = randomInt(100);
  const anyIncident = pick(scene.incidents);
  if (dice < 4) return { act: declaration(writer, scene.environmentId) };
  if (dice < 17) {
    const own = scene.incidents.find(({ commander, deputy }) => writer === commander || writer === deputy);
    if (own) return dice < 13 ? move(own, writer) : update(own, writer);
  }
  return dice < 60 ? tick(anyIncident, writer, place) : note(anyIncident, writer);
}

function note({ key: incident }: SharedIncident, writer: SignedIn): Plan {
  const key = randomUUID();
  const body = { text: `Looked at the queue again ${key}` };
  return { act: { key, writer, method: "POST", path: `/incidents/${incident}/notes`, body } };
}

/** Nobody else touches this step: losing here would be wrong. */
function tick(incident: SharedIncident, writer: SignedIn, place: number): Plan {
  const step = incident.steps[place];
  if (!step) throw new Error(`${incident.key} has no step ${place}`);
  const key = randomUUID();
  const state = step.state === "done" ? "todo" : "done";
  const words = state === "done" ? { note: `Queue is short ${key}` } : {};
  const body = { state, expected: step.state, ...words };
  const act: Act = { key, writer, method: "PUT", path: `/steps/${step.id}/state`, body };
  return { act, learn: () => void (step.state = state) };
}

/** Commander and deputy move the same incident: one of them may be too late. */
function move(incident: SharedIncident, writer: SignedIn): Plan {
  const key = randomUUID();
  const to = pick(statuses.filter((status) => status !== incident.status));
  const body = { to, reason: `The queue moves ${key}` };
  const path = `/incidents/${incident.key}/status`;
  const act: Act = { key, writer, method: "PUT", path, body, mayLose: true };
  return { act, learn: () => void (incident.status = to) };
}

function update(incident: SharedIncident, writer: SignedIn): Plan {
  const key = randomUUID();
  const number = incident.updates + 1;
  const body = { number, current: `Half of the orders go through ${key}` };
  const path = `/incidents/${incident.key}/updates`;
  const act: Act = { key, writer, method: "POST", path, body, mayLose: true };
  return { act, learn: () => void (incident.updates = Math.max(incident.updates, number)) };
}

function pick<T>(from: readonly T[]): T {
  return from[randomInt(from.length)] as T;
}
