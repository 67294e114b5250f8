import { button, type Screen } from "./screen";

/** What somebody sees who has not signed in. */
export const visitorScreens: Screen[] = [
  { name: "sign-in", path: "/sign-in", shows: "E-mail address" },
  {
    name: "sign-in with a wrong password",
    path: "/sign-in",
    shows: /do not go together/,
    open: async (page) => {
      await page.getByLabel("E-mail address").fill("nobody@example.org");
      await page.getByLabel("Password", { exact: true }).fill("not the password");
      await button("Sign in")(page);
    },
  },
  { name: "a dead invitation", path: "/invitation/nothing", shows: "Sign in" },
  { name: "a dead reset link", path: "/reset/nothing", shows: "Sign in" },
  { name: "a dead set-up link", path: "/setup/nothing", shows: "Sign in" },
];
