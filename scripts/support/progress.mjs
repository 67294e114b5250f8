const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const REMIND_SECONDS = 10;

/**
 * Does one piece of a longer job and shows that it is alive: a turning mark with seconds on a terminal, else a
 * line now and then. It goes to standard error: what a program answers stays alone on standard output.
 * @param {string} title what is being done, e.g. "Installing packages"
 * @param {() => Promise<T>} act
 * @returns {Promise<T>} what `act` gives
 * @template T
 */
export async function stage(title, act) {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const stop = process.stderr.isTTY ? spin(title, seconds) : remind(title, seconds);
  try {
    const result = await act();
    stop();
    line("✓", title, seconds());
    return result;
  } catch (error) {
    stop();
    line("✗", title, seconds());
    throw error;
  }
}

function spin(title, seconds) {
  let frame = 0;
  const draw = () => {
    frame = (frame + 1) % FRAMES.length;
    process.stderr.write(`\r\x1b[2K${FRAMES[frame]} ${title}  ${seconds().toFixed(0)} s`);
  };
  draw();
  const timer = setInterval(draw, 100);
  return () => {
    clearInterval(timer);
    process.stderr.write("\r\x1b[2K");
  };
}

function remind(title, seconds) {
  console.error(`… ${title}`);
  const timer = setInterval(
    () => console.error(`… ${title}, ${seconds().toFixed(0)} s so far`),
    REMIND_SECONDS * 1000,
  );
  return () => clearInterval(timer);
}

function line(mark, title, seconds) {
  console.error(`${mark} ${title}  ${seconds.toFixed(seconds < 10 ? 1 : 0)} s`);
}
