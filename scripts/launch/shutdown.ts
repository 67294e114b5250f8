import { setTimeout as sleep } from "node:timers/promises";
import { commandOf, parentOf } from "@/lib/db/embedded/processes";

type Step = () => Promise<unknown> | unknown;

/** What must be true within three seconds of being asked to stop, whatever hangs. */
const LIMIT_MS = 2_900;

/** Undoes what a launcher has begun, last first, once: on Ctrl-C, SIGTERM, the end of npm, or a failure. */
export class Shutdown {
  private readonly steps: Step[] = [];
  private running: Promise<void> | undefined;

  add(step: Step): void {
    this.steps.push(step);
  }

  /** True once it has begun. */
  get begun(): boolean {
    return this.running !== undefined;
  }

  /** Ends everything with a failure when something that must stay has gone by itself. */
  watch(gone: Promise<void> | undefined, name: string): void {
    void gone?.then(() => {
      if (this.begun) return;
      console.error(`${name} has ended unexpectedly. Nothing is lost: start again.`);
      void this.exit(1);
    });
  }

  /**
   * From now on, a request to stop ends this process cleanly.
   * @param code exit code then: 0 where being stopped is the normal end
   */
  listen(code = 0): void {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => void this.exit(code));
    if (process.env.npm_lifecycle_event) this.followParent(code);
  }

  /** Undoes everything and lets the process go on. */
  run(): Promise<void> {
    this.running ??= this.undo();
    return this.running;
  }

  async exit(code: number): Promise<never> {
    await Promise.race([this.run(), sleep(LIMIT_MS)]);
    process.exit(code);
  }

  private async undo(): Promise<void> {
    for (const step of this.steps.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(String(error));
      }
    }
  }

  /** npm may be killed without telling us: then somebody else becomes our parent, or that of the shell between. */
  private followParent(code: number): void {
    const parent = process.ppid;
    const throughShell = /^(\S*\/)?(ba|da|a|z)?sh /.test(commandOf(parent) ?? "");
    const npm = throughShell ? parentOf(parent) : undefined;
    const orphaned = () => process.ppid !== parent || (npm !== undefined && parentOf(parent) !== npm);
    setInterval(() => orphaned() && void this.exit(code), 200).unref();
  }
}
