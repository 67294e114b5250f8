import { readArguments } from "./arguments";
import { runDatabaseCommand } from "./database-commands";
import { log } from "./log";
import { serve } from "./serve";

/**
 * Stands in for Prisma's native schema engine: same arguments, same JSON-RPC over standard input and output,
 * done by the WebAssembly build that the npm registry holds.
 */
const args = readArguments(process.argv.slice(2));
if (args.version) {
  process.stdout.write("schema-engine-cli wasm\n");
} else if (args.command) {
  process.exitCode = await runDatabaseCommand(args.command, args.datasource.url ?? "", log);
} else {
  await serve(args, log);
}
