/** Runs a command-line tool: an error is one line and exit code 1. */
export async function finish(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
