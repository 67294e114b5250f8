import readline from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaAdapterFactory } from "./adapter";
import type { EngineArguments } from "./arguments";
import type { Log } from "./log";
import { loadEngine, type EngineModule } from "./wasm";

interface Request {
  id: number;
  method: string;
  params: Record<string, unknown>;
}

/** Answers JSON-RPC requests, one a line, until standard input ends; then drops what is left of shadow databases. */
export async function serve(args: EngineArguments, log: Log): Promise<void> {
  const engines = await loadEngine();
  const factory = new SchemaAdapterFactory(args.datasource.url ?? "", args.datasource.shadowDatabaseUrl);
  const lines = readline.createInterface({ input: process.stdin });
  process.on("SIGTERM", () => lines.close());
  const pending = new Set<Promise<void>>();
  for await (const line of lines) {
    const request = line.trim() ? (JSON.parse(line) as Partial<Request>) : {};
    if (!request.method) continue;
    const answered = answer(request as Request, args, engines, factory, log);
    pending.add(answered);
    void answered.finally(() => pending.delete(answered));
  }
  await Promise.all(pending);
  await factory.dispose();
  process.exit(0);
}

/** Methods of the native engine that have another name in the WebAssembly build. */
const renamed: Record<string, string> = { getDatabaseVersion: "version" };

/** These replay the migrations in a shadow database, which the WebAssembly build opens in `devDiagnostic` only. */
const needShadow = new Set(["evaluateDataLoss", "createMigration"]);

async function answer(
  { id, method, params }: Request,
  args: EngineArguments,
  engines: EngineModule,
  factory: SchemaAdapterFactory,
  log: Log,
): Promise<void> {
  try {
    // A fresh engine per request: one that has been used keeps its shadow database open.
    const engine = await engines.create(args.datamodels, bindMigrationAwareSqlAdapterFactory(factory));
    if (needShadow.has(method)) {
      await engine.devDiagnostic?.({ migrationsList: params.migrationsList, filters: params.filters });
    }
    const call = engine[renamed[method] ?? method];
    if (!call) throw new Error(`The schema engine has no method ${method}.`);
    const result = await call.call(engine, params);
    if (method === "diff") print(id, result as { stdout?: string | null } | undefined);
    send({ id, result: result ?? null });
  } catch (error) {
    const message = engines.panic() ?? (error instanceof Error ? error.message : String(error));
    if (engines.panic()) log("ERROR", message);
    send({
      id,
      error: {
        code: 4466,
        message: "An error happened. Check the data field for details.",
        data: dataOf(error, message),
      },
    });
  }
}

/** The native engine does not return the text of a difference, it asks its client to print it. */
function print(id: number, result: { stdout?: string | null } | undefined): void {
  if (result?.stdout == null) return;
  send({ id: `p${id}`, method: "print", params: { content: result.stdout.replace(/\n$/, "") } });
}

function dataOf(error: unknown, message: string) {
  const { code = null, meta = null } = (error ?? {}) as { code?: string | null; meta?: unknown };
  return { is_panic: false, message, error_code: code, meta };
}

function send(body: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...body })}\n`);
}
