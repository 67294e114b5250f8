import { ButtonLink } from "@/components/ui/button";
import { EntranceHead } from "./entrance-head";

/** What a one-time link shows that does not work (any more): why, and what to do. */
export function DeadLink({ title, problem }: { title: string; problem: string }) {
  return (
    <>
      <EntranceHead title={title}>{problem}</EntranceHead>
      <div>
        <ButtonLink href="/sign-in" size="lg">
          Sign in
        </ButtonLink>
      </div>
    </>
  );
}
