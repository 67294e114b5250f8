/** The link definitions of a document, for pieces of it that are read by themselves. */
export type LinkDefinitions = {
  /** The lines that define what a piece refers to. */
  for(piece: readonly string[]): string[];
};

/** Looks for `[label]: address` once. The first definition of a label counts, as in Markdown. */
export function linkDefinitions(lines: readonly string[]): LinkDefinitions {
  const found = new Map<string, string>();
  lines.forEach((text, i) => {
    if (!text.includes("]:")) return;
    const line = text.trim();
    const label = /^\[((?:[^[\]\\]|\\.)+)\]:/.exec(line)?.[1];
    if (label === undefined || found.has(normalise(label))) return;
    // An address may stand on the line below its label.
    found.set(normalise(label), line.endsWith(":") ? `${line} ${(lines[i + 1] ?? "").trim()}` : line);
  });
  return {
    for(piece) {
      if (found.size === 0) return [];
      const labels = [...piece.join("\n").matchAll(/\[((?:[^[\]\\]|\\.){1,200})\]/g)];
      const known = labels.map(([, label = ""]) => normalise(label)).filter((label) => found.has(label));
      return [...new Set(known)].map((label) => found.get(label) ?? "");
    },
  };
}

function normalise(label: string): string {
  return label.replace(/\s+/g, " ").trim().toLowerCase();
}
