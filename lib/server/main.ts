import { startServer } from "./start-server";

/** The server process: serves until it is told to stop, and tells its launcher when it is ready. */
try {
  const server = await startServer();
  process.send?.({ type: "ready", address: server.address, setupLink: server.setupLink });
  const stop = () => void server.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // The launcher is gone: nobody would stop us otherwise.
  process.once("disconnect", stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
