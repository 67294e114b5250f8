import { once } from "node:events";
import { createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { systemActor } from "@/lib/kernel/actor";
import { Connection, frame } from "./connection";

/** A stream as the listener opens it, and what the browser at its other end got. */
async function anOpenStream(): Promise<{
  connection: Connection;
  errors: unknown[];
  read: () => Promise<string>;
}> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const asked = once(server, "request") as Promise<[unknown, ServerResponse]>;
  const sent = get({ host: "127.0.0.1", port: (server.address() as AddressInfo).port, agent: false });
  const answered = once(sent, "response");
  const [, response] = await asked;
  const errors: unknown[] = [];
  response.on("error", (error) => errors.push(error));
  const connection = new Connection(systemActor("test"), response);
  const [answer] = (await answered) as [AsyncIterable<Buffer>];
  const read = async () => {
    let text = "";
    for await (const part of answer) text += String(part);
    server.close();
    return text;
  };
  return { connection, errors, read };
}

describe("an open stream", () => {
  test("brings what is sent, as one event each", async () => {
    const { connection, read } = await anOpenStream();
    connection.send(frame("time", { now: 5 }));
    connection.close();
    expect(await read()).toBe('event: time\ndata: {"now":5}\n\n');
  });

  test("that was ended is written to no more: an error there would end the process", async () => {
    const { connection, errors, read } = await anOpenStream();
    connection.close();
    connection.send(frame("time", { now: 5 }));
    expect(await read()).toBe("");
    expect(errors).toEqual([]);
  });
});
