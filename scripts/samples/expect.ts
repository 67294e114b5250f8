import { isDeepStrictEqual } from "node:util";

/** Compares facts with what they must be, and keeps what differs. */
export class Expectations {
  passed = 0;
  readonly failures: string[] = [];
  private about = "";

  /** What the next facts are about, as it is named in failures. */
  of(about: string): void {
    this.about = about;
  }

  /** @param fact what is compared, as a noun: "steps of section 3" */
  equal(fact: string, actual: unknown, expected: unknown): void {
    if (isDeepStrictEqual(actual, expected)) this.passed++;
    else
      this.failures.push(
        `${this.about}: ${fact}\n    is        ${JSON.stringify(actual)}\n    should be ${JSON.stringify(expected)}`,
      );
  }

  holds(fact: string, holds: boolean): void {
    this.equal(fact, holds, true);
  }
}
