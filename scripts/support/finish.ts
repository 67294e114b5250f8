/** Runs a command-line tool: an error is one line and exit code 1. */
export async function finish(act: () => Promise<unknown>): Promise<void> {
  // Who reads the answer may stop early (`… | head`): then there is nobody to tell.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  try {
    await act();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
