import { buildIfStale } from "./launch/build";
import { bundleTools } from "./launch/bundle";
import { finish } from "./support/finish";

/** `npm run build [-- --tools]`: the pages and the listener unless they are up to date; the command-line tools. */
await finish(async () => {
  await buildIfStale();
  if (process.argv.includes("--tools")) await bundleTools();
});
