import { randomUUID } from "node:crypto";
import { sealSession } from "@/lib/auth/sessions/session-cookie";
import type { Facts } from "./facts";
import { leanClient, type LeanAnswer, type LeanClient, type LeanRequest } from "./lean-client";
import type { Act } from "./measure";

/** A room of one client's own, with a step to tick. */
export interface Room {
  id: string;
  key: string;
  itemId: string;
}

export interface ConsoleActs {
  declare: Act;
  /** Ticks a step of the client's own room, or takes the tick back. */
  tick: Act;
  /** The same for a given room. */
  ticker(room: Room): Act;
  note: Act;
  /** A note, everybody into one room: each waits for the one before. */
  crowdedNote: Act;
  list: Act;
  room: Act;
  /** Declares rooms with a runbook. */
  makeRooms(count: number): Promise<Room[]>;
  /** Brings the longest incident a runbook, so that its room is opened with everything. */
  fillLongest(): Promise<void>;
  cookie: string;
  close(): void;
}

/** What is asked of the console, as its screens ask: signed in, with an Idempotency-Key for each write. */
export async function consoleActs(
  baseUrl: string,
  { facts, authSecret, clients }: { facts: Facts; authSecret: string; clients: number },
): Promise<ConsoleActs> {
  const cookies = await Promise.all(
    facts.people.map(
      async ({ id, sessionVersion }) =>
        `quarterdeck.session=${await sealSession({ personId: id, sessionVersion, sid: randomUUID() }, authSecret)}`,
    ),
  );
  const connections = Array.from({ length: clients }, () => leanClient(baseUrl));
  const cookieOf = (client: number) => cookies[client % cookies.length] ?? "";
  const send = (client: number, request: LeanRequest) =>
    expectDone(at(connections, client), {
      ...request,
      path: `/api/v1${request.path}`,
      headers: { cookie: cookieOf(client), ...(request.method !== "GET" && writeHeaders(baseUrl)) },
    });
  const rooms = new Map<number, Room & { done: boolean }>();
  const roomOf = async (client: number) => {
    const known = rooms.get(client);
    if (known) return known;
    const made = { ...(await declareRoom(client)), done: false };
    rooms.set(client, made);
    return made;
  };
  const declaration = (runbookVersionId: string | null = null) => ({
    title: "Labels come out blank in two depots",
    ...{ severity: 3, environmentId: facts.environmentId, serviceIds: [facts.serviceId], runbookVersionId },
  });
  const declareRoom = async (client: number): Promise<Room> => {
    const request = {
      method: "POST",
      path: "/incidents",
      body: declaration(facts.runbookVersionId),
    } as const;
    const { id, key } = parse<{ id: string; key: string }>(await send(client, request));
    const opened = parse<{ state: { checklists: { items: { id: string }[] }[] } }>(
      await send(client, { method: "GET", path: `/incidents/${key}` }),
    );
    const itemId = opened.state.checklists.flatMap(({ items }) => items)[0]?.id;
    if (!itemId) throw new Error(`${key} has no step to tick`);
    return { id, key, itemId };
  };
  const tick = async (client: number, room: Room & { done: boolean }) => {
    const [expected, state] = room.done ? ["done", "todo"] : ["todo", "done"];
    await send(client, { method: "PUT", path: `/steps/${room.itemId}/state`, body: { state, expected } });
    room.done = !room.done;
  };
  const note = (key: string) =>
    ({
      method: "POST",
      path: `/incidents/${key}/notes`,
      body: { text: "Restarted the printer service on depot 14; the queue drains again." },
    }) as const;
  return {
    declare: async (client) => {
      await send(client, { method: "POST", path: "/incidents", body: declaration() });
    },
    tick: async (client) => tick(client, await roomOf(client)),
    ticker: (room) => {
      const own = { ...room, done: false };
      return (client) => tick(client, own);
    },
    note: async (client) => void (await send(client, note((await roomOf(client)).key))),
    crowdedNote: async (client) => void (await send(client, note((await roomOf(0)).key))),
    list: async (client) => void (await send(client, { method: "GET", path: "/incidents?limit=50" })),
    room: async (client) =>
      void (await send(client, { method: "GET", path: `/incidents/${facts.longest.key}` })),
    makeRooms: async (count) => {
      const made = [];
      for (let index = 0; index < count; index++) made.push(await declareRoom(index % clients));
      return made;
    },
    fillLongest: async () => {
      const body = { runbookVersionId: facts.runbookVersionId };
      await send(0, { method: "POST", path: `/incidents/${facts.longest.key}/checklists`, body });
    },
    cookie: cookieOf(0),
    close: () => connections.forEach((connection) => connection.close()),
  };
}

/** @throws Error with what the server said unless it says yes */
export async function expectDone(client: LeanClient, request: LeanRequest): Promise<LeanAnswer> {
  const answer = await client.send(request);
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(
    `${request.method} ${request.path} answered ${answer.status}: ${answer.body.slice(0, 300)}`,
  );
}

export function parse<T>({ body }: LeanAnswer): T {
  return JSON.parse(body) as T;
}

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no client ${index}`);
  return found;
}

function writeHeaders(origin: string): Record<string, string> {
  return { "content-type": "application/json", "idempotency-key": randomUUID(), origin };
}
