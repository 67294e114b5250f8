import type { Ready } from "./server-process";

interface Served extends Ready {
  host: string;
  port: number;
  dataDir: string;
}

/** What stands on the terminal once the console serves. */
export function welcome({ address, setupLink, host, port, dataDir }: Served): string {
  const lines = ["", `Quarterdeck is at ${address}`];
  if (setupLink)
    lines.push(
      "",
      "Nobody has an account yet. Make the first administrator here; the link works once:",
      setupLink,
    );
  lines.push("");
  if (isLoopback(host)) {
    lines.push(
      `Only this machine can open it. For others: HOST=0.0.0.0 PUBLIC_URL=http://NAME-OF-THIS-MACHINE:${port} npm start`,
    );
  }
  lines.push(`Data and keys are in ${dataDir}. Ctrl-C stops it.`, "");
  return lines.join("\n");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
