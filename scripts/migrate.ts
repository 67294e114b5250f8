import { finish } from "./support/finish";
import { withDatabase } from "./support/with-database";

/** `npm run migrate`: brings the tables up to date and does nothing else; several at once are safe. */
await finish(() => withDatabase("npm run migrate", async () => console.log("The tables are up to date.")));
