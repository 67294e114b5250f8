import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ErrorCapturingSqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";

/** One engine: its methods are those of Prisma's JSON-RPC, by the same names. */
export type Engine = Record<string, (params: unknown) => Promise<unknown>>;

export interface EngineModule {
  create(datamodels: string[], adapter: ErrorCapturingSqlMigrationAwareDriverAdapterFactory): Promise<Engine>;
  /** What the engine said when it crashed, if it did. */
  panic(): string | undefined;
}

interface Glue {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (
      options: { datamodels: [string, string][] | undefined },
      log: () => void,
      adapter: ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
    ) => Promise<Engine>;
  };
}

/** Loads the WebAssembly build of the schema engine; the package itself loads it only through a bundler. */
export async function loadEngine(): Promise<EngineModule> {
  let panic: string | undefined;
  const host = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void } };
  host.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const gluePath = path.join(folder, "schema_engine_bg.js");
  const glue = (await import(pathToFileURL(gluePath).href)) as Glue;
  const binary = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const imports = { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(binary, imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return {
    create(files, adapter) {
      const datamodels = files.map((file): [string, string] => [
        file,
        readFileSync(path.resolve(file), "utf8"),
      ]);
      return glue.SchemaEngine.new(
        { datamodels: datamodels.length ? datamodels : undefined },
        () => {},
        adapter,
      );
    },
    panic: () => panic,
  };
}
