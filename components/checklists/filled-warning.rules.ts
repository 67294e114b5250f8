import { dangerOf } from "@/lib/runbooks/parse/danger";
import type { ParsedStep } from "@/lib/runbooks/parse/types";
import { commandLines } from "./commands.rules";

type Commands = Pick<ParsedStep, "commands">;
type Values = Readonly<Record<string, string>>;

/** What a shell reads as its own and not as part of a word. */
const READ_BY_SHELLS = /[;|&$`<>()\\'"\n]/g;

/** What to look at before a command is run with what was filled into it, as sentences. */
export function filledWarnings({ commands }: Commands, values: Values): string[] {
  const inShells = commands.filter(({ kind }) => kind === "shell" || kind === "powershell");
  const names = new Set(inShells.flatMap(({ placeholders }) => placeholders.map(({ name }) => name)));
  const odd = [...names].flatMap((name) => {
    const signs = [...new Set(values[name]?.match(READ_BY_SHELLS))].map((sign) =>
      sign === "\n" ? "a new line" : sign,
    );
    return signs.length > 0
      ? [`${name} holds “${signs.join(" ")}”, which a shell reads. Check it before you run this.`]
      : [];
  });
  const known = new Set(commands.map(({ danger }) => danger));
  const dangers = new Set(commands.map((command) => dangerOf(filled(command, values))));
  return [...odd, ...[...dangers].filter((danger) => danger !== null && !known.has(danger)).map(String)];
}

function filled(command: Commands["commands"][number], values: Values): string {
  return commandLines(command, values)
    .map((line) =>
      line.map((part) => (typeof part === "string" ? part : (part.value ?? `<${part.name}>`))).join(""),
    )
    .join("\n");
}
