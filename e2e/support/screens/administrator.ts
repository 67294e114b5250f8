import { button, menu, ROOM, type Screen } from "./screen";

const callum = (item: RegExp) => menu(item, "What to do with Callum Reid");

/** What only an administrator sees. */
export const administratorScreens: Screen[] = [
  {
    name: "verifying a timeline",
    path: ROOM,
    shows: "Against a head noted elsewhere",
    open: menu(/^Verify/),
  },
  { name: "the administration", path: "/admin", shows: "Priscila Amaral" },
  { name: "people", path: "/admin/people", shows: "Priscila Amaral" },
  { name: "inviting", path: "/admin/people", shows: "What they will sign in with.", open: button("Invite") },
  {
    name: "changing an access role",
    path: "/admin/people",
    shows: /^Access role of/,
    open: callum(/^Change access/),
  },
  {
    name: "making a reset link",
    path: "/admin/people",
    shows: /^Make a reset link for/,
    open: callum(/^Make a reset/),
  },
  {
    name: "deactivating somebody",
    path: "/admin/people",
    shows: /Deactivate Callum/,
    open: callum(/^Deactivate/),
  },
  { name: "the catalogue", path: "/admin/catalogue", shows: "Environments" },
  {
    name: "renaming a service",
    path: "/admin/catalogue",
    shows: /^Rename /,
    open: button(/^Rename /),
  },
  { name: "the webhooks", path: "/admin/webhooks", shows: "None yet." },
  {
    name: "a refused webhook",
    path: "/admin/webhooks",
    shows: /Name it after|Paste the address/,
    open: button(/^Add/),
  },
  { name: "the targets", path: "/admin/targets", shows: "As people call it, like staging API." },
  {
    name: "a refused target",
    path: "/admin/targets",
    shows: "Name it as people call it, like staging API.",
    open: button("Add target"),
  },
  { name: "the tokens", path: "/admin/tokens", shows: "No machine has a token." },
  {
    name: "making a token",
    path: "/admin/tokens",
    shows: "What will use it, like deploys.",
    open: button("Make a token"),
  },
  { name: "the audit log", path: "/admin/audit", shows: /imported|invited|added/ },
  {
    name: "archiving a runbook",
    path: "/runbooks/payments-fail",
    shows: /^Archive .*\?$/,
    open: button(/^Archive…/),
  },
];
