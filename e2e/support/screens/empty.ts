import type { Screen } from "./screen";

/** What a console shows that was just set up. */
export const emptyScreens: Screen[] = [
  { name: "the first run", path: "/", shows: "Nothing is on fire." },
  { name: "an empty list", path: "/incidents", shows: "Declare an incident" },
  { name: "an empty library", path: "/runbooks", shows: "No runbooks yet" },
  { name: "no reviews", path: "/reviews", shows: /No|Nothing/ },
];
