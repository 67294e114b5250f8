import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { leanClient } from "./lean-client";

test("answers of known length and in chunks are read whole, one after the other on one connection", async () => {
  let connections = 0;
  const client = await against(
    (request, response) => {
      if (request.url === "/known") response.end("äöü");
      else response.write("first ", () => response.end("x".repeat(100_000)));
    },
    () => (connections += 1),
  );
  expect(await client.send({ method: "GET", path: "/known" })).toEqual({ status: 200, body: "äöü" });
  const long = await client.send({ method: "GET", path: "/chunked" });
  expect(long.body).toBe(`first ${"x".repeat(100_000)}`);
  expect(connections).toBe(1);
});

test("a body is sent as JSON with its length, and the status comes back", async () => {
  const client = await against((request, response) => {
    let text = "";
    request.on("data", (part) => (text += String(part)));
    request.on("end", () => response.writeHead(201).end(text));
  });
  const sent = { method: "POST", path: "/", body: { text: "señal" } } as const;
  expect(await client.send(sent)).toEqual({ status: 201, body: '{"text":"señal"}' });
});

test("a connection that breaks before the answer is an error, and the next request opens another", async () => {
  let calls = 0;
  const client = await against((request, response) => {
    calls += 1;
    if (calls === 1) request.socket.destroy();
    else response.end("there");
  });
  await expect(client.send({ method: "GET", path: "/" })).rejects.toThrow();
  expect((await client.send({ method: "GET", path: "/" })).body).toBe("there");
});

async function against(handle: RequestListener, onConnection = () => {}) {
  const server = createServer(handle).on("connection", onConnection).listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = leanClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    client.close();
    server.close();
  });
  return client;
}
