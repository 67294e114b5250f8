import { fork } from "node:child_process";
import { once } from "node:events";
import type { Room } from "./console-acts";
import { at, expectDone } from "./console-acts";
import type { Facts } from "./facts";
import { leanClient } from "./lean-client";
import type { Act } from "./measure";

export interface Bare {
  declare: Act;
  tick: Act;
  note: Act;
  crowdedNote: Act;
  list: Act;
  room: Act;
  stop(): Promise<void>;
}

/** Starts the bare server as a process of its own. @param rooms one a client, written to by nobody else */
export async function startBare(
  databaseUrl: string,
  { facts, rooms }: { facts: Facts; rooms: Room[] },
): Promise<Bare> {
  const child = fork("scripts/bench/bare-server.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: "production" },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message: { port: number }) => resolve(message.port));
    child.once("exit", () => reject(new Error("The bare server ended before it served")));
  });
  const connections = rooms.map(() => leanClient(`http://127.0.0.1:${port}`));
  const post = async (client: number, path: string, body: unknown) =>
    void (await expectDone(at(connections, client), { method: "POST", path, body }));
  const get = async (client: number, path: string) =>
    void (await expectDone(at(connections, client), { method: "GET", path }));
  const [person] = facts.people;
  const personId = person?.id;
  const done = rooms.map(() => false);
  const text = "Restarted the printer service on depot 14; the queue drains again.";
  const { environmentId, serviceId } = facts;
  const declaration = { title: "Labels come out blank in two depots", environmentId, serviceId, personId };
  return {
    declare: (client) => post(client, "/declare", declaration),
    tick: async (client) => {
      const { id: streamId, itemId } = at(rooms, client);
      const [from, to] = done[client] ? ["done", "todo"] : ["todo", "done"];
      await post(client, "/tick", { streamId, itemId, from, to, personId });
      done[client] = !done[client];
    },
    note: (client) => post(client, "/note", { streamId: at(rooms, client).id, text, personId }),
    crowdedNote: (client) => post(client, "/note", { streamId: at(rooms, 0).id, text, personId }),
    list: (client) => get(client, "/list"),
    room: (client) => get(client, `/room/${facts.longest.id}`),
    stop: async () => {
      connections.forEach((connection) => connection.close());
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}
