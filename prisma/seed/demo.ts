import { contextFromEnv } from "@/scripts/support/with-context";
import { demonstration } from "./scenarios";
import { found } from "./world/found";
import { signInLines } from "./world/sign-in";

/** Fills an empty database with the demonstration; `npm start -- --demo` runs it. Says how to sign in, or why not. */
try {
  const accounts = await contextFromEnv(async (live) => {
    const { world, accounts: made } = await found(live);
    await demonstration(world);
    return made;
  });
  process.stdout.write(`${signInLines(accounts)}\n`);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
