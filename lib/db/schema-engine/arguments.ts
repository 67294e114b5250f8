/** What Prisma's command line hands to the engine. */
export interface EngineArguments {
  version: boolean;
  /** A sub-command after `cli`, e.g. `can-connect-to-database`; without one the engine serves JSON-RPC. */
  command: string | undefined;
  datasource: { url?: string; shadowDatabaseUrl?: string };
  datamodels: string[];
}

export function readArguments(argv: string[]): EngineArguments {
  const cli = argv.indexOf("cli");
  return {
    version: argv.includes("--version"),
    command: cli >= 0 ? argv[cli + 1] : undefined,
    datasource: JSON.parse(valuesOf(argv, "--datasource")[0] ?? "{}") as EngineArguments["datasource"],
    datamodels: valuesOf(argv, "--datamodels"),
  };
}

function valuesOf(argv: string[], name: string): string[] {
  return argv.flatMap((arg, index) => (arg === name ? [argv[index + 1] ?? ""] : []));
}
