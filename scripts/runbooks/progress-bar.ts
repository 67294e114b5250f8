const WIDTH = 24;
/** Without a terminal: a line after each of so many. */
const LINE_EVERY = 100;

/**
 * Shows on standard error how far a job with many parts is: a bar on a terminal, else a line now and then. What
 * the program answers stays alone on standard output.
 * @param done what happens to each part, as in "37 of 40 checked"
 */
export function progressBar(total: number, done: string): { step(name: string): void; end(): void } {
  let count = 0;
  const isTerminal = process.stderr.isTTY;
  const text = () => `${count} of ${total} ${done}`;
  return {
    step(name) {
      count++;
      if (isTerminal) process.stderr.write(`\r\x1b[2K${bar(count / total)} ${text()}  ${name.slice(-60)}`);
      else if (count % LINE_EVERY === 0) console.error(`… ${text()}`);
    },
    end() {
      if (isTerminal) process.stderr.write("\r\x1b[2K");
      else if (total >= LINE_EVERY) console.error(`✓ ${text()}`);
    },
  };
}

function bar(part: number): string {
  const full = Math.round(part * WIDTH);
  return "█".repeat(full) + "░".repeat(WIDTH - full);
}
