import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { postJson } from "./post-json";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function aReceiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/secret`;
}

const listed = { listedHosts: ["127.0.0.1"] };

describe("posting to the outside", () => {
  it("delivers JSON with its headers to a listed inner host", async () => {
    const got: { request: IncomingMessage; body: string }[] = [];
    const url = await aReceiver((request, response) => {
      void text(request).then((body) => {
        got.push({ request, body });
        response.end("ok");
      });
    });
    const posted = await postJson(
      url,
      { text: "hello" },
      { ...listed, headers: { "X-Quarterdeck-Message": "m1" } },
    );
    expect(posted).toMatchObject({ ok: true });
    expect(got[0]?.body).toBe('{"text":"hello"}');
    expect(got[0]?.request.headers).toMatchObject({
      "content-type": "application/json",
      "x-quarterdeck-message": "m1",
    });
  });

  it("refuses an inner host that is not listed, names the setting, and makes no connection", async () => {
    let connections = 0;
    const url = await aReceiver((_request, response) => response.end());
    servers[0]!.on("connection", () => (connections += 1));
    for (const address of [url.replace("http:", "https:"), url, url.replace("127.0.0.1", "localhost")]) {
      const posted = await postJson(address, {}, { listedHosts: [] });
      expect(posted.ok || posted.error).toContain("QUARTERDECK_OUTGOING_HOSTS");
    }
    expect(connections).toBe(0);
  });

  it("follows no redirect", async () => {
    let requests = 0;
    const url = await aReceiver((_request, response) => {
      requests += 1;
      response.writeHead(307, { location: url }).end();
    });
    const posted = await postJson(url, {}, listed);
    expect(posted.ok || posted.error).toContain("redirect");
    expect(requests).toBe(1);
  });

  it("says in safe words what went wrong", async () => {
    const failing = await aReceiver((_request, response) => response.writeHead(500).end("stack trace"));
    const silent = await aReceiver(() => {});
    const answers = await Promise.all([
      postJson(failing, {}, listed),
      postJson(silent, {}, { ...listed, timeoutMs: 100 }),
      postJson("http://127.0.0.1:1/x", {}, listed),
    ]);
    const words = answers.map((answer) => (answer.ok ? "ok" : answer.error));
    expect(words).toEqual([
      "It answered with an error of its own (500).",
      "It did not answer in time.",
      "Nothing listens there.",
    ]);
  });

  it("does not wait for an endless answer", async () => {
    const url = await aReceiver((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x".repeat(1_024)), 5);
      response.on("close", () => clearInterval(timer));
    });
    expect(await postJson(url, {}, { ...listed, timeoutMs: 2_000 })).toMatchObject({ ok: true });
  });
});
