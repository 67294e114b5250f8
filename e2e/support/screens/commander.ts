import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { press } from "../press";
import { button, entryMenu, inRoom, key, menu, NOTE, ROOM, type Screen } from "./screen";

const runbook = readFileSync("e2e/fixtures/queue-response.md", "utf8");
const flows = readFileSync("e2e/fixtures/queue-flows.md", "utf8");
const paste = (page: Page) => page.getByLabel("Markdown", { exact: true }).fill(runbook);
const DRAFT = "/reviews/{Tracking page shows parcels where they were yesterday}";

/** The commander's pages beside the room. */
export const commanderScreens: Screen[] = [
  { name: "my day", path: "/", shows: "Half of all bookings fail at payment" },
  { name: "the list", path: "/incidents", shows: "Needs attention" },
  { name: "the list, filtered to nothing", path: "/incidents?q=zeppelin", shows: /^No/ },
  { name: "the list's dates", path: "/incidents", shows: "Declared from", open: button("Dates") },
  { name: "the list's environments", path: "/incidents", shows: "staging", open: button("Environment") },
  { name: "the composer", path: `${ROOM}/update`, shows: "Current status" },
  {
    name: "the composer of a resolved incident",
    path: "/incidents/{Driver app signs everybody out}/update",
    shows: /no update is due/,
  },
  { name: "the library", path: "/runbooks", shows: "Runbooks" },
  {
    name: "the library, filtered to nothing",
    path: "/runbooks?q=zeppelin",
    shows: "No runbook matches",
  },
  { name: "the runbooks that need care", path: "/runbooks/rot", shows: "Needs care" },
  { name: "a runbook", path: "/runbooks/payments-fail", shows: "Exit criteria" },
  {
    name: "a runbook's Markdown",
    path: "/runbooks/payments-fail",
    shows: /^# /,
    open: (page) => press(page.getByRole("tab", { name: "Markdown" })),
  },
  { name: "an import before anything", path: "/runbooks/import", shows: "What will become of it" },
  { name: "an import as it is typed", path: "/runbooks/import", shows: "First Five Minutes", open: paste },
  {
    name: "a runbook's details",
    path: "/runbooks/payments-fail",
    shows: "Review by",
    open: button("Change"),
  },
  {
    name: "a runbook being edited",
    path: "/runbooks/payments-fail/edit",
    shows: "Exit criteria",
  },
  {
    name: "saving a new runbook",
    path: "/runbooks/new",
    shows: "Save the new runbook",
    open: button("Save…"),
  },
  { name: "a version of a runbook", path: "/runbooks/payments-fail/versions/1", shows: "Exit criteria" },
  {
    name: "versions compared",
    path: "/runbooks/payments-fail/versions?from=1&to=1",
    shows: "No step changed",
  },
  {
    name: "an import with its lines",
    path: "/runbooks/import",
    shows: "lines accounted for",
    open: async (page) => {
      await paste(page);
      await page.getByText("Lines", { exact: true }).click();
    },
  },
  {
    name: "what a piece of an import can be",
    path: "/runbooks/import",
    shows: "Exit criterion",
    open: async (page) => {
      await paste(page);
      await button(/^Step/)(page);
    },
  },
  {
    name: "linking an answer",
    path: "/runbooks/import",
    shows: "Where “yes” leads",
    open: async (page) => {
      await page.getByLabel("Markdown", { exact: true }).fill(flows);
      await menu(/^Link to/, /^Answer: yes/)(page);
    },
  },
  {
    name: "a new version of a runbook",
    path: "/runbooks/import?renews=payments-fail",
    shows: "lines accounted for",
  },
  { name: "the reviews", path: "/reviews", shows: /Driver app signs everybody out/ },
  { name: "a summary in draft", path: DRAFT, shows: "Root cause" },
  {
    name: "a follow-up",
    path: DRAFT,
    shows: "What is to be done",
    open: button(/^Add a follow-up/),
  },
  { name: "a returned summary", path: "/reviews/{Driver app signs everybody out}", shows: /Returned/ },
  {
    name: "a signed-off summary",
    path: "/reviews/{Labels come out blank in Rotterdam}",
    shows: /Signed off/,
  },
  { name: "the profile", path: "/profile", shows: "Time zone" },
  {
    name: "signing out everywhere",
    path: "/profile",
    shows: "Sign out everywhere?",
    open: button("Sign out everywhere"),
  },
  { name: "an incident that is not there", path: "/incidents/INC-999", shows: "Nothing is here." },
  { name: "an address that leads nowhere", path: "/nowhere", shows: "Nothing is here." },
];

/** What a responder is asked. */
export const responderScreens: Screen[] = [
  {
    name: "answering an offer of command",
    path: "/incidents/{Drivers see yesterday's routes after signing in}?answer=command",
    shows: "Accept command",
  },
];

/** What a manager decides. */
export const managerScreens: Screen[] = [
  {
    name: "a summary in review",
    path: "/reviews/{Every third card is declined in Portugal}",
    shows: /Sign off/,
  },
  inRoom("taking command", /^Take command of/, key("h")),
  { name: "redacting", path: ROOM, shows: "Which words", open: entryMenu(/^Redact…/, NOTE) },
  {
    name: "closing without a summary",
    path: "/incidents/{Driver app signs everybody out}",
    shows: /^Close INC/,
    open: menu(/^Close…/),
  },
  {
    name: "reopening",
    path: "/incidents/{Labels come out blank in Rotterdam}",
    shows: /^Reopen INC/,
    open: menu(/^Reopen…/),
  },
];
