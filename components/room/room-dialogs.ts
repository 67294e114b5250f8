/** What can be opened over a room; one at a time. */
export type RoomDialog =
  | "move"
  | "command"
  | "edit"
  | "severity"
  | "resolve"
  | "cancel"
  | "close"
  | "reopen"
  | "snooze"
  | "checklist"
  | "webhooks"
  | "verify";
