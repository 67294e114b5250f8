import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { once } from "node:events";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
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

/** Takes one connection, keeps what it says first, and hangs up. */
async function aListenerForBytes(): Promise<{ port: number; firstBytes: Promise<Buffer> }> {
  const server = createTcpServer();
  const firstBytes = new Promise<Buffer>((resolve) => {
    server.once("connection", (socket) => {
      socket.once("data", (bytes) => {
        resolve(bytes);
        socket.destroy();
        server.close();
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, firstBytes };
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

  it("goes to the address that was checked, whatever the name says the next time", async () => {
    const url = (await aReceiver((_request, response) => response.end())).replace("127.0.0.1", "chat.test");
    const answers = [["127.0.0.1"], ["127.0.0.9"], ["127.0.0.9"]];
    let asked = 0;
    const options = { listedHosts: ["127.0.0.1/32"], lookUp: async () => answers[asked++] ?? [] };
    expect(await postJson(url, {}, options)).toMatchObject({ ok: true });
    expect(asked).toBe(1);
    const moved = await postJson(url, {}, options);
    expect(moved.ok || moved.error).toContain("chat.test is inside");
  });

  it("keeps the name for the certificate and the Host header", async () => {
    const hosts: (string | undefined)[] = [];
    const url = await aReceiver((request, response) => {
      hosts.push(request.headers.host);
      response.end();
    });
    const options = { listedHosts: ["chat.test"], lookUp: async () => ["127.0.0.1"] };
    const named = url.replace("127.0.0.1", "chat.test");
    await postJson(named, {}, options);
    expect(hosts).toEqual([new URL(named).host]);

    const hello = await aListenerForBytes();
    const posted = await postJson(`https://chat.test:${hello.port}/x`, {}, options);
    expect(posted.ok).toBe(false);
    expect((await hello.firstBytes).includes("chat.test")).toBe(true);
  });

  it("gives away neither path nor query", async () => {
    const url = await aReceiver((_request, response) => response.writeHead(403).end());
    for (const listedHosts of [[], ["127.0.0.1"]]) {
      const posted = await postJson(`${url}?token=hush`, {}, { listedHosts });
      expect(posted.ok || posted.error).not.toMatch(/secret|hush/);
    }
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
