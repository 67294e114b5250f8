import { createServer } from "node:net";

/**
 * Checks that a server can listen there.
 * @throws Error of one line that says why not.
 */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(new Error(explain(error.code, host, port))));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function explain(code: string | undefined, host: string, port: number): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is in use on ${host}: stop what uses it, or choose another one with PORT=${port + 1} npm start.`;
  }
  if (code === "EACCES") return `This user may not use port ${port}: choose one above 1023 with PORT=….`;
  return `HOST=${host} cannot be listened on (${code}): it must be an address of this machine, or 0.0.0.0 for all.`;
}
