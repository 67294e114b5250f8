import { buildIfStale } from "./launch/build";

/** `npm run build`: the pages and the listener, unless they are up to date. */
await buildIfStale();
