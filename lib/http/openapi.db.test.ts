import { beforeAll, expect, test } from "vitest";
import { testContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";

interface Operation {
  summary?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { description: string; content?: Record<string, object> }>;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
}

let app: AnApplication;
let text: string;
let document: Document;
let operations: [name: string, operation: Operation][];

beforeAll(async () => {
  const ctx = await testContext();
  app = anApplication(ctx);
  text = await (await app.send(null, "GET", "/openapi.json")).text();
  document = JSON.parse(text) as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  ) as typeof operations;
  return () => ctx.db.$disconnect();
});

test("the document is OpenAPI 3.1 of this API", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(document.info).toEqual({ title: "Quarterdeck", version: expect.any(String) as string });
  expect(document.servers).toEqual([{ url: "/" }]);
});

test("it lists every route that is served, and no other", () => {
  const served = app.api.routes
    .filter(({ method, path }) => method !== "ALL" && path !== "/api/v1/openapi.json")
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(operations.map(([name]) => name).toSorted()).toEqual([...new Set(served)].toSorted());
});

test("every operation says what it does, who may ask, and what it answers", () => {
  for (const [name, { summary, tags, security, responses }] of operations) {
    expect(summary, name).toMatch(/\S/);
    expect(tags, name).toHaveLength(1);
    expect(security, name).toBeInstanceOf(Array);
    const done = Object.entries(responses).filter(([status]) => status.startsWith("2"));
    // One answer, or two that say whether something is new.
    expect([["200"], ["201"], ["200", "201"]], name).toContainEqual(done.map(([status]) => status));
    const words = done.map(([, { description }]) => description);
    expect(new Set(words).size, name).toBe(done.length);
    for (const said of words) expect(said, name).toMatch(/\S/);
  }
});

test("every name in a path is a required parameter, and every write of a body has its schema", () => {
  for (const [name, { parameters = [], requestBody }] of operations) {
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    expect(inPath.map((parameter) => parameter.name).toSorted(), name).toEqual(
      [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter).toSorted(),
    );
    for (const parameter of inPath) expect(parameter.required, name).toBe(true);
    if (!requestBody) continue;
    const contents = Object.values(requestBody.content);
    expect(contents, name).not.toEqual([]);
    for (const { schema } of contents) expect(schema, name).toBeTypeOf("object");
  }
});

test("every reference leads somewhere", () => {
  for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer
      .split("/")
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document);
    expect(target, pointer).toBeTypeOf("object");
  }
});

test("every way to sign in that operations name is described", () => {
  const { components } = document as { components?: { securitySchemes?: object } };
  const known = Object.keys(components?.securitySchemes ?? {});
  const named = new Set(
    operations.flatMap(([, { security = [] }]) => security.flatMap((one) => Object.keys(one))),
  );
  for (const scheme of named) expect(known).toContain(scheme);
});

test("writes say that they need an Idempotency-Key", () => {
  for (const [name, { parameters = [], responses }] of operations) {
    const isWrite = !name.startsWith("GET ") && name !== "POST /api/v1/runbooks/previews";
    const header = parameters.find((parameter) => parameter.in === "header");
    expect([name, header?.name.toLowerCase()]).toEqual([name, isWrite ? "idempotency-key" : undefined]);
    if (isWrite) expect(responses, name).toHaveProperty("default");
  }
});
