/** What a person may do in the whole console, from least to most. */
export const accessRoles = ["viewer", "responder", "manager", "administrator"] as const;
export type AccessRole = (typeof accessRoles)[number];

/** A signed-in person. `via` says through what: a session in the browser, later a chat command. */
export interface PersonActor {
  kind: "person";
  id: string;
  accessRole: AccessRole;
  via: string;
  /** Only narrows what the access role allows; absent means no narrowing. */
  scopes?: readonly string[];
}

/** A machine with a token, acting with at most the access role it was given. */
export interface TokenActor {
  kind: "token";
  id: string;
  accessRole: AccessRole;
  via: string;
  scopes?: readonly string[];
}

/** The console itself: due work, start-up, the command line. */
export interface SystemActor {
  kind: "system";
  id: null;
  via: string;
}

export type Actor = PersonActor | TokenActor | SystemActor;

/** Whether `role` is `least` or more. */
export function isAtLeast(role: AccessRole, least: AccessRole): boolean {
  return accessRoles.indexOf(role) >= accessRoles.indexOf(least);
}

/** The console acting by itself. @param via which part of it, e.g. "due", "start", "command-line" */
export function systemActor(via: string): SystemActor {
  return { kind: "system", id: null, via };
}
