import { Wordmark } from "@/components/shell/mark";
import { NothingHere } from "@/components/shell/nothing-here";

/** An address that is none of the console's. */
export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-120 content-center gap-6 px-6">
      <Wordmark />
      <NothingHere />
    </main>
  );
}
